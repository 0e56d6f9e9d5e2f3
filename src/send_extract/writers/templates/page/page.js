"use strict";
(() => {
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const form = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const clear = form.querySelector("button");
  const views = all(".view");
  const links = all(".views a");
  const table = document.querySelector("[data-sorts]");
  const first = monthNumber(form.dataset.first || "0001-01");
  const names = ["owner", "month", "status", "q", "sort"];
  let state = {};

  function decode(name) {
    try { return decodeURIComponent(name); } catch { return ""; }
  }

  function monthNumber(words) {
    const [year, month] = words.split("-").map(Number);
    return 12 * year + month - 1;
  }

  // Each item with what it is filed under; each view's elements that show an item.
  const items = all("tr[data-o]", table).map((row) => ({
    row, shows: true, order: Number(row.dataset.i),
    owners: row.dataset.o.split(" "),
    months: row.dataset.m.split(" ").filter(Boolean).map((span) => span.split("-").map(Number)),
    states: row.dataset.s.split(" "),
    words: row.textContent.toLowerCase(),
  }));
  const groups = new Map();
  const parts = new Map(views.map((view) => [view, []]));
  for (const part of all("[data-i]")) {
    const box = part.closest("[data-group]");
    parts.get(part.closest(".view")).push({ part, box, shown: true, item: items[Number(part.dataset.i)] });
    if (box) groups.set(box, (groups.get(box) || 0) + 1);
  }
  for (const band of all(".record[data-group] > h3")) {
    for (const part of all("tr[data-o], tr[data-i]", band.parentElement)) {
      items[Number(part.dataset.i)].words += " " + band.textContent.toLowerCase();
    }
  }

  const within = (from, to, month) => from <= month && month <= to;
  const isFiltered = () => Boolean(state.owner || state.month || state.status || state.q);

  function makeTest() {
    const month = state.month && monthNumber(state.month) - first;
    const words = (state.q || "").toLowerCase().split(/\s+/);
    return (item) =>
      (!state.owner || item.owners.includes(state.owner)) &&
      (!state.status || item.states.includes(state.status)) &&
      (!state.month || item.months.some(([from, to]) => within(from, to, month))) &&
      words.every((word) => item.words.includes(word));
  }

  function filter() {
    const fits = makeTest();
    let count = 0;
    for (const item of items) count += item.shows = fits(item);
    for (const view of views) if (!view.hidden) settle(view);
    document.body.classList.toggle("filtered", isFiltered());
    shown.textContent = isFiltered() ? `${count} of ${items.length} actions` : `${items.length} actions`;
    clear.hidden = !isFiltered();
  }

  // A view follows the filter when it is seen: most of a large page is not.
  function settle(view) {
    const touched = new Set();
    for (const each of parts.get(view)) {
      const now = each.item.shows;
      if (now === each.shown) continue;
      each.shown = now;
      each.part.hidden = !now;
      if (each.box) { groups.set(each.box, groups.get(each.box) + (now ? 1 : -1)); touched.add(each.box); }
    }
    for (const box of touched) box.hidden = groups.get(box) === 0;
  }

  const keys = {
    no: (item) => item.order,
    action: (item) => item.row.cells[1].textContent,
    start: (item) => item.row.cells[2].querySelector("time")?.dateTime ?? "9999",
    due: (item) => item.row.cells[3].querySelector("time")?.dateTime ?? "9999",
    owner: (item) => item.row.cells[5].textContent,
  };

  function sort() {
    const [name, down] = (state.sort || "no").split("-");
    const key = keys[name] || keys.no;
    const keyed = items.map((item) => [key(item), item]);
    keyed.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x.order - y.order));
    if (down) keyed.reverse();
    [...table.tBodies].forEach((body, place) => body.append(...keyed.slice(50 * place, 50 * place + 50).map(([, item]) => item.row)));
    for (const head of all("th[data-sort]", table)) {
      head.removeAttribute("aria-sort");
      if (head.dataset.sort === name) head.setAttribute("aria-sort", down ? "descending" : "ascending");
    }
  }

  const query = () => {
    const kept = names.filter((name) => state[name]).map((name) => [name, state[name]]);
    return kept.length ? `?${new URLSearchParams(kept)}` : "";
  };

  function read() {
    const [name, words = ""] = location.hash.slice(1).split("?");
    const given = new URLSearchParams(words);
    const before = state.sort;
    state = Object.fromEntries(names.map((key) => [key, given.get(key) || ""]));
    for (const field of form.elements) {
      if (!field.name) continue;
      if (field.value !== state[field.name]) field.value = state[field.name];
      if (field.value !== state[field.name]) field.value = state[field.name] = "";
    }
    filter();
    if (before !== state.sort) sort();
    show(name);
  }

  function show(name) {
    const place = document.getElementById(name) ?? document.getElementById(decode(name));
    const view = place?.closest(".view") ?? views[0];
    settle(view);
    for (const each of views) each.hidden = each !== view;
    form.hidden = parts.get(view).length === 0;
    for (const link of links) {
      if (link.hash === `#${view.id}`) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    for (const each of all(".found")) each.classList.remove("found");
    if (!place || place === view) return;
    if (place.hidden || place.closest("[hidden]")) { reveal(); return; }
    place.classList.add("found");
    place.scrollIntoView();
  }

  // A link to what the filter leaves out shows it all the same: the filter goes.
  function reveal() {
    const name = location.hash.slice(1).split("?")[0];
    state = { sort: state.sort };
    history.replaceState(null, "", `#${name}${query()}`);
    read();
  }

  function change(name, value) {
    state[name] = value;
    const place = location.hash.slice(1).split("?")[0] || "summary";
    history.replaceState(null, "", `#${place}${query()}`);
    if (name === "sort") sort(); else filter();
  }

  form.addEventListener("input", (event) => change(event.target.name, event.target.value.trim()));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    state = { sort: state.sort };
    change("q", "");
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.classList.contains("skip")) return;
    event.preventDefault();
    const to = link.getAttribute("href") + query();
    if (to !== location.hash) history.pushState(null, "", to);
    read();
    const place = document.getElementById(link.hash.slice(1));
    if (place?.classList.contains("view")) { scrollTo(0, 0); place.querySelector("h2").focus({ preventScroll: true }); }
  });
  for (const head of all("th[data-sort]", table)) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.dataset.name = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const name = head.dataset.sort;
      change("sort", head.getAttribute("aria-sort") === "ascending" ? `${name}-down` : name);
    });
  }
  for (const button of all("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const sheet = document.getElementById(button.dataset.print);
      const marked = [document.documentElement, sheet, sheet.closest(".view")];
      marked[0].classList.add("printing-one");
      for (const each of marked.slice(1)) each.classList.add("printed");
      print();
      marked[0].classList.remove("printing-one");
      for (const each of marked.slice(1)) each.classList.remove("printed");
    });
  }
  addEventListener("beforeprint", () => views.forEach(settle));
  addEventListener("hashchange", read);
  document.documentElement.classList.add("js");
  read();
})();
