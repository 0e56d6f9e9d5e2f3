"""The closed table of diagnostic codes: data, and the source of `docs/diagnostics.md`."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Code(Struct, frozen=True):
    """One code: its severity, its message (a format string that ends in what to do), and its page in the docs."""

    severity: Literal["error", "warning", "info"]
    message: str
    meaning: str
    example: str
    mend: str


CODES: dict[str, Code] = {
    # Reading
    "encoding-guessed": Code(
        "info",
        "The text is not UTF-8; it was read as {encoding}. Save the draft as UTF-8 to be sure of every character.",
        "The bytes are not valid UTF-8 and carry no mark of another encoding, so the likeliest one was taken.",
        "A draft saved by an old Windows program, with a pound sign or a curly quote in it.",
        "Save the draft as UTF-8.",
    ),
    "source-truncated": Code(
        "warning",
        "The source seems to be cut short: {what}. Send the whole draft again.",
        "The last cell opens a list or a tag that never closes, as when a file was cut off in transfer.",
        "A last row that ends in `<ul> <li>Parent gro`.",
        "Export the draft again and compare its last row.",
    ),
    "quote-open": Code(
        "warning",
        "A quotation mark opens in this row and never closes; the row was read as if it were not there. Close or delete it.",
        "A cell of a CSV begins with a quotation mark that nothing closes, so every row below would be words of that cell.",
        '`2,"Hold a fair,Book the hall,June,CD`.',
        "Close the quotation mark, or delete it.",
    ),
    "markup-too-deep": Code(
        "warning",
        "A cell nests its markup {depth} levels deep; its words were kept, its lists may not be the author's. Simplify the cell.",
        "The markup of a cell is nested deeper than any author nests it, so how its words are listed is uncertain.",
        "A cell pasted many times through a web editor.",
        "Paste the cell again as plain text.",
    ),
    "comment-ignored": Code(
        "info",
        "The markup hides the comment {text!r}, which nobody sees on the page; it was left out. Nothing needs doing.",
        "A comment in the markup (`<!-- … -->`) is no part of what the page says.",
        "`<!-- check with legal -->`.",
        "Nothing needs mending, unless the words were meant to be seen.",
    ),
    "image-described": Code(
        "info",
        "An image is described as {text!r}; that was left out of the words. Nothing needs doing.",
        "A converter put the description of an image in the place of the image.",
        "`<p>Image: a council's crest</p>`.",
        "Nothing needs mending, unless the image holds words of the plan: type those in.",
    ),
    "cell-count-mismatch": Code(
        "warning",
        "The row has {found:cell|cells} where the heading has {expected}; {outcome}. Check the row in the draft.",
        "A row is longer or shorter than the heading row, so a cell may stand under the wrong heading.",
        "A tab typed inside a cell.",
        "Give the row one cell for each heading.",
    ),
    "header-repeated": Code(
        "info",
        "The heading row stands here again and was left out of the records. Nothing needs doing.",
        "A table that runs over a page repeats its heading row.",
        "`No  Recommendation  Summary actions …` in the middle of the table.",
        "Nothing needs mending.",
    ),
    "words-lost": Code(
        "error",
        "{count:word of the source is|words of the source are} nowhere in the plan: {words}. Look in the draft at this place, and report it: this is a fault of the program.",
        "The words of the source are counted by themselves and compared with the plan; some are in no record, in no paragraph and in no message.",
        "A part of the file that no reader of its format knows.",
        "Copy the words into the plan by hand, and report the draft.",
    ),
    "heading-above": Code(
        "info",
        "The heading {headings!r} stands above others, which name the columns below it. Nothing needs doing.",
        "A heading row of two lines groups its columns; what a group is called is no column's own heading.",
        "`Timescale` above `Start` and `Finish`.",
        "Nothing needs mending.",
    ),
    "words-unplaced": Code(
        "warning",
        "The words {text!r} are in no record; they are kept among the paragraphs outside. Check their row and its headings.",
        "Words stand where no recommendation, action, timing, owner or measure takes them up, so they are kept as they are.",
        "A sentence in the column of numbers.",
        "Move the words under the heading that they belong to.",
    ),
    "signs-unseen": Code(
        "info",
        "The draft holds {count:character that prints|characters that print} nothing ({names}), of control or inside a word; what prints nothing was taken out. Nothing needs doing.",
        "Characters that nobody sees (soft hyphens, spaces of no width, control characters of a terminal) break words in two, so they are no words of the plan.",
        "`Sur\u00advey` with a soft hyphen inside it.",
        "Nothing needs mending.",
    ),
    "encoding-mended": Code(
        "warning",
        "{count:cell or line was|cells or lines were} saved in a wrong encoding ({example!r}); what is certain was mended. Check the signs, and save the draft as UTF-8.",
        "UTF-8 was read as Windows-1252 and saved again, so that one character became two or three.",
        "`March â€“ May` for `March – May`.",
        "Open the draft that the text was copied from, and save it as UTF-8.",
    ),
    "cell-error-value": Code(
        "warning",
        "{count:cell holds|cells hold} {value!r}, which a program prints where it has no value, and which was read as empty. Type what was meant.",
        "A formula failed, or a converter printed its word for an empty cell.",
        "`#REF!`, `#N/A`, `NaN`.",
        "Type the words that were meant, or leave the cell empty.",
    ),
    "sheet-frame": Code(
        "info",
        "The letters of a spreadsheet's columns ({letters!r}) and the numbers of its rows ({numbers!r}) were left out. "
        "Nothing needs doing.",
        "A sheet was saved with what stands around its cells.",
        "A Google sheet that was published as a page.",
        "Nothing.",
    ),
    "words-struck": Code(
        "info",
        "{text!r} is struck out, so it is no part of the plan. Delete it when the change is agreed.",
        "Words that are struck out are no longer meant; they are in no text of the plan.",
        "`~~March~~ May`.",
        "Delete the words when the change is agreed.",
    ),
    "row-struck": Code(
        "info",
        "The row {text!r} is struck out, so it is no part of the plan. Delete it when the change is agreed.",
        "A row of which every word is struck out is no longer meant; a comparison tells it as removed.",
        "A dropped recommendation that is left in the table with a line through it.",
        "Delete the row when the change is agreed.",
    ),
    "row-shared": Code(
        "info",
        "The row holds {count} recommendations; what stands beside them is read as said of each. "
        "Give each a row of its own.",
        "Several numbered recommendations stand in one cell, and one answer, timing or owner beside them.",
        "`7. That a desk be paid for; and` above `8. That no charge be made` in one cell.",
        "Give each recommendation its own row.",
    ),
    "row-kind": Code(
        "info",
        "The row {text!r} is read as a {kind} because {reason}. Nothing needs doing if that is right.",
        "Only the look of a row shows that it is a section, a total, a remark or the status of the row above.",
        "`Governance` in bold, alone in its row, above the recommendations on governance.",
        "Nothing needs mending if the reading is right; else give the row its number, or its cells their words.",
    ),
    "words-hidden": Code(
        "info",
        "The page hides {text!r}; that was left out. Show it if it belongs to the plan.",
        "Words that a page or a document says not to show (`hidden`, `display: none`) are not what its reader sees.",
        "`<tr hidden><td>An old recommendation …`, a help text that a script would show.",
        "Show the words, or leave them.",
    ),
    "sheet-hidden": Code(
        "info",
        "The sheet {name!r} is hidden and was left out. Unhide it if it belongs to the plan.",
        "A workbook's hidden sheets (lists, workings) are not what its author shows, so they are not read.",
        "A hidden sheet of officers' names behind a drop-down list.",
        "Unhide the sheet, or leave it.",
    ),
    "prompt-unfilled": Code(
        "info",
        "A field of the form still shows its prompt {text!r}, which was read as an empty cell. Fill the field in.",
        "A form's field that nobody has filled in prints the words that ask for it; they are no words of the plan.",
        "`Click or tap to enter a date.` in a cell of the column `Due date`.",
        "Fill the field in, or leave it.",
    ),
    "date-month-first": Code(
        "info",
        "A date control prints {text!r} with the month first; it holds {date}, which was read. Have it print the day first.",
        "A control for a date keeps the date itself beside the words that it prints, so there is no doubt which it is.",
        "`6/9/2022`, printed for 9 June 2022 by a form that was made in the United States.",
        "Change how the control shows its date, or leave it.",
    ),
    "rows-hidden": Code(
        "info",
        "The sheet {sheet!r} hides {what}, read all the same. Delete what is no part of the plan.",
        "Rows and columns are hidden by a filter as often as on purpose, so they are read like the others and named.",
        "The finished actions behind a filter of a tracker.",
        "Show the rows or columns, or delete them.",
    ),
    "formula-uncomputed": Code(
        "warning",
        "The sheet {sheet!r} has formulas without a result ({what}), whose cells were read as empty. Open the workbook "
        "in its own program, and save it there.",
        "A program that writes workbooks without computing them leaves a formula without its value.",
        '`=TEXT(D2,"mmm")` in the column `When`.',
        "Open the workbook in Excel or LibreOffice, save it, and read it again.",
    ),
    "tracked-changes": Code(
        "warning",
        "The document has tracked changes ({inserted:insertion|insertions}, {deleted:deletion|deletions}); it was read as if all were "
        "accepted. Accept or reject them before you send the draft round.",
        "Words that were inserted are in the plan, words that were deleted are not, as the draft would read with every change accepted.",
        "A draft with Track Changes left on.",
        "Accept or reject the changes in Word.",
    ),
    "part-unread": Code(
        "warning",
        "The document holds {what}, which cannot be read as words. Type those words into the plan.",
        "Something in the file is no text and no table: an equation, a symbol of an unknown font, an embedded object.",
        "A tick drawn as a symbol of a font that is not known.",
        "Type the words into the cell.",
    ),
    "attachment-unread": Code(
        "warning",
        "The file {name!r} is attached to the e-mail and was not read. Save it, and give it to the program by itself.",
        "Of an e-mail the body is read; what is attached is a document of its own.",
        "An e-mail that says *please find the plan attached*.",
        "Save the attached file and read that.",
    ),
    "pdf-row": Code(
        "info",
        "This row was read from a PDF, where rows, lines and words are inferred from their places. "
        "Check it against the page, or extract from the Word file.",
        "A PDF has no tables, only marks on a page; every record from one is to be looked at once.",
        "Any row of a plan that was published as a PDF.",
        "Check the row, or use the document that the PDF was made from.",
    ),
    # Extraction
    "heading-unknown": Code(
        "info",
        "The column {heading!r} has no field of its own ({why}); its cells are kept under `extra`. "
        "Map it under [headings] in send-extract.toml if it has one.",
        "The heading is none of the known synonyms and the cells do not say what they are, so the column's words are "
        "kept as they stand; the message says what was considered.",
        "A column headed `Scope`.",
        "Map the heading to a field in `send-extract.toml`, under `[headings]`.",
    ),
    "colour-read": Code(
        "info",
        "{count:cell of this column has|cells of this column have} a colour and no word; the colour is taken for what they say: {colours}. Write the word too: not everybody sees it.",
        "A status is given by the colour of its cell alone, which a reader who cannot see colours, or a copy as text, does not have.",
        "An empty cell below *RAG*, filled with green.",
        "Write `Green` into the cell.",
    ),
    "heading-guessed": Code(
        "warning",
        "The column {heading!r} is taken as {field!r}: {why}. Confirm it under [headings] in send-extract.toml.",
        "The heading is not known, or says what the column's cells plainly are not; the message says what was "
        "considered. `extra` is no field: the column's words are kept as they stand.",
        "A column headed `Horizon` whose cells are `March`, `April 2022`, `Ongoing`.",
        "Confirm or correct the field in `send-extract.toml`, under `[headings]`.",
    ),
    "number-missing": Code(
        "warning",
        "The row has no number and nothing above to continue; it is kept as {number!r}. Number the row.",
        "A row without a number stands where no recommendation is above it.",
        "A first row with an empty `No` cell.",
        "Give the row its number.",
    ),
    "number-read": Code(
        "info",
        "The number {number} was read from {printed!r}. Nothing needs doing.",
        "The number is printed with words around it, or in front of the recommendation's own words.",
        "`Recommendation 3:`, `Action Ref: A`.",
        "Nothing needs mending.",
    ),
    "plan-without-rows": Code(
        "warning",
        "No recommendation was found under the headings {headings}. Check that the draft was exported with its rows.",
        "The plan's heading row stands in the document, and no recommendation under it.",
        "A draft of which only the headings were copied.",
        "Export the draft again with its rows.",
    ),
    "column-empty": Code(
        "warning",
        "No row {says}: {count} have nothing{where}. Fill it in.",
        "A column that no row fills, or that the plan does not have, is said once for all its rows.",
        "A plan whose When cells are all empty.",
        "Fill the column in.",
    ),
    "row-empty": Code(
        "info",
        "The row numbered {number!r} has nothing else in it and was left out. Delete it, or fill it in.",
        "A row of the template that nobody filled in: a number and empty cells.",
        "`16` and five empty cells.",
        "Delete the row.",
    ),
    "number-duplicate": Code(
        "warning",
        "The number {number} stands on more than one row. Give each recommendation its own number.",
        "Two rows of the table carry one number.",
        "Two rows numbered `7`.",
        "Renumber one of them.",
    ),
    "number-order": Code(
        "info",
        "Recommendation {number} stands after {previous}. Put the rows in order if that is not meant.",
        "The numbers do not rise from row to row; the source's order is kept.",
        "Row `5` after row `6a`.",
        "Move the row, or leave it if the order is meant.",
    ),
    "recommendation-without-actions": Code(
        "warning",
        "Recommendation {number} has no actions. Add them, or say with a note where they stand.",
        "The row has a recommendation and nothing that is to be done.",
        "Row `6`, which is to be merged with another.",
        "Add actions, or a note that says why there are none.",
    ),
    "list-marker-removed": Code(
        "info",
        "The list mark {marker!r} was typed inside a list item and was left out of its words. Nothing needs doing.",
        "A converter left a bullet or a number inside the item's own words.",
        "`<li>• Parent groups consulted</li>`.",
        "Use the list's own bullets.",
    ),
    "items-glued": Code(
        "warning",
        "{words!r} looks like two list items run together; it is kept as one. Split it in the draft if it is two.",
        "A small letter is followed at once by a capital, as when a converter lost the break between two bullets.",
        "`Parents consultedGuidance published`.",
        "Put each action on its own bullet.",
    ),
    "relation-unresolved": Code(
        "warning",
        "A note speaks of recommendation {number}, which is not in the plan. Check the number.",
        "A note or an action refers to a recommendation that the table does not have.",
        "`*intention is to merge 4&6` where there is no row 6.",
        "Correct the number in the note.",
    ),
    # Timings
    "timing-unread": Code(
        "warning",
        "The timing {text!r} was not understood. Write a month and a year, a day, or a status such as TBC.",
        "The words of a When cell are no timing by any of the conventions; they are kept, without a value.",
        "`Summer-ish`.",
        "Write a day, a month and year, a term, or a status.",
    ),
    "timing-partly-read": Code(
        "warning",
        "Of the timing {text!r}, {rest!r} was not understood. Reword it, or move the remark to the action.",
        "Part of the words is a timing; the rest is not, and is kept in the text alone.",
        "`March 2022 via the panel`.",
        "Move what is no timing into the action's words.",
    ),
    "timing-ambiguous": Code(
        "info",
        "The timing {text!r} has more than one reading: {reading} was taken, {alternative} is possible. "
        "Write it out in full.",
        "The wording can mean two things; the likelier was taken, and the other is kept beside it.",
        "`Feb/July`, `bi-monthly`, `22/23`, `by June`.",
        "Write the dates out: `February and July 2022`, `every two months`, `financial year 2022/23`.",
    ),
    "timing-count-mismatch": Code(
        "warning",
        "The When cell {text!r} holds {found:timing|timings} for {expected:action|actions}; only what is certain was aligned. "
        "Put each timing beside its action.",
        "The cell does not divide into one timing an action, so timings whose action is uncertain stay on the recommendation.",
        "`March April` for three actions.",
        "Give each action its own timing, one a line.",
    ),
    "timing-split-ambiguous": Code(
        "warning",
        "The When cell {text!r} can be divided among its {expected} actions in {ways:way|ways}; only what is certain was "
        "aligned. Put each timing on its own line.",
        "Several divisions of the cell read equally well, so it is not known which action has which timing.",
        "`Jan Feb 2022 March` for two actions.",
        "Put each timing on its own line.",
    ),
    "timing-year-once": Code(
        "warning",
        "In the When cell {text!r} only the last timing has a year; the others were read in the plan's own. "
        "Write the year with each.",
        "A year at the end of a cell of several timings can be meant for all of them, or for the last alone.",
        "`March June 2023` for two actions, in a plan for 2022.",
        "Write the year with each timing.",
    ),
    "timing-shared": Code(
        "info",
        "The one timing {text!r} was given to all {count} actions of the cell. Repeat it on each if that is meant.",
        "The When cell has a single timing and the row several actions, so it applies to each of them.",
        "`Ongoing` for three actions.",
        "Nothing, if the timing is meant for all.",
    ),
    "timing-inherited": Code(
        "info",
        "The timing {text!r} of {place} was given to {count:action that has none of its|actions that have none of their} own. "
        "Write it beside an action where it does not hold.",
        "A section's heading, or a sentence about all actions, gives a timing to actions whose own cell is empty.",
        "A section headed `Short term targets (by June 2006)`.",
        "Nothing, if the timing is meant for all of them.",
    ),
    "timing-missing": Code(
        "warning",
        "Action {id} has no timing. Give it one.",
        "The action's row has no words in its When cell.",
        "An empty When cell.",
        "Add a timing, or `TBC`.",
    ),
    "timing-impossible": Code(
        "warning",
        "The timing {text!r} names a day that does not exist, or ends before it begins. Correct the date.",
        "The calendar has no such day, or the end stands before the start, so no date is given.",
        "`31/02/2024`.",
        "Correct the day or the month.",
    ),
    "timing-year-unknown": Code(
        "warning",
        "The timing {text!r} has no year, and the document gives none. Write the year in the column's heading.",
        "Neither the expression, the heading, the title nor the plan's date gives a year; none is guessed.",
        "`March` in a plan without any year.",
        "Head the column `When (2022)`, or set `year` in `send-extract.toml`.",
    ),
    "timing-weekday-mismatch": Code(
        "warning",
        "In {text!r}, the day is a {actual}, not a {printed}; the date was taken. Check which is meant.",
        "The weekday that is printed is not the weekday of that date.",
        "`Monday 15 March 2022`, a Tuesday.",
        "Correct the weekday or the day.",
    ),
    "timing-clock": Code(
        "info",
        "The timing {text!r} has a time of day, which its dates leave out; it stays in the words.",
        "Dates are whole days, so the hours of a meeting or a closing time are in no value.",
        "`9am Mon 2 June - 5pm Fri 6 June`.",
        "Nothing, if the day is enough.",
    ),
    "timing-misspelt": Code(
        "info",
        "In {text!r}, {word!r} was read as {reading!r}. Correct the spelling.",
        "A month or a day is misspelt, and one name alone is near it.",
        "`Spetember 2022`.",
        "Correct the spelling.",
    ),
    # Owners
    "owner-missing": Code(
        "warning",
        "Recommendation {number} has actions and no owner. Name one.",
        "The Who cell is empty, or says that the owner is to be confirmed.",
        "`TBC` under Who.",
        "Name an owner.",
    ),
    "owner-unread": Code(
        "warning",
        "The owner {text!r} was not understood; the words are kept. Write initials, a name or a role.",
        "The words of a Who cell are no initials, name, role or body.",
        "`see above?`.",
        "Write initials, a name or a role.",
    ),
    "owner-partly-read": Code(
        "warning",
        "Of the owner {text!r}, {rest!r} was not understood. Reword it, or move the remark to the action.",
        "Part of a Who cell names an owner; the rest is no initials, name, role or body, and is kept in the text alone.",
        "`GB (see above)`.",
        "Move what is no owner into the action's words.",
    ),
    "owner-ambiguous": Code(
        "info",
        "The initials {code!r} fit more than one name: {names}. Give the name in a key or in send-extract.toml.",
        "Two full names of the document have the same initials, so neither is given.",
        "`AP` where the document names two people with those initials.",
        "Add a key to initials, or `[people]` in `send-extract.toml`.",
    ),
    "owner-count-mismatch": Code(
        "warning",
        "The Who cell {text!r} holds {found:owner|owners} for {expected:action|actions}; all of the owners are given to each action. "
        "Put each owner beside the action.",
        "The cell's lines do not match the actions one to one.",
        "Two owners on two lines for three actions.",
        "Give each action its own owner.",
    ),
    "owner-split-ambiguous": Code(
        "info",
        "The Who cell {text!r} has a line for each of {expected} actions, or one owner and who helps with all; all of them "
        "are given to each action. Put each owner beside the action.",
        "As many lines as actions name different roles, so that they may be each action's owner or one team.",
        "`GB (lead)` and `HB (support)` on two lines, for two actions.",
        "Give each action its own owner.",
    ),
    "owner-division-ambiguous": Code(
        "info",
        "The Who cell {text!r} was read as the owners {owners}; it can be divided otherwise. Put each owner on a line of its own.",
        "A list of owners could also be one owner's name, or the posts of one person several owners.",
        "`Culture, Sport & Leisure`: three services, or one.",
        "Put each owner on a line of its own, or write a semicolon between two.",
    ),
    # Acronyms and glossary
    "acronym-undefined": Code(
        "warning",
        "Used and not explained: {terms}. Add what the readers do not know to the glossary.",
        "The plan uses acronyms that neither the glossary nor the text explains; one finding names them all, with how "
        "often each is used, and what words of the plan may be its meaning.",
        "`PFH` in two actions, and no line for it in the glossary.",
        "Add the term to the glossary or to `[glossary]` in `send-extract.toml`, or accept it there: "
        '`[check] accept = ["SEND"]`.',
    ),
    "acronym-variant": Code(
        "warning",
        "{term} looks like {suggestion} ({reason}). {mending}.",
        "An acronym that is rare or undefined is a slip away from one that is known.",
        "`PHF` beside `PFH`.",
        "Use the suggested spelling, if that is what is meant.",
    ),
    "acronym-unused": Code(
        "info",
        "{term} is in the glossary and the plan does not use it. Take it out if it is not needed.",
        "The glossary explains a term that stands nowhere else.",
        "A glossary line left over from an earlier draft.",
        "Take the line out, or leave it for readers.",
    ),
    "acronym-conflict": Code(
        "warning",
        "{term} is explained in more than one way: {senses}. Keep one, or tell them apart.",
        "Two lines of the glossary (or the glossary and the text) give one term different expansions.",
        "`CCG Clinical Commissioning Group` and `CCG County Commissioning Group`.",
        "Keep one expansion.",
    ),
    "glossary-expansion-excess": Code(
        "warning",
        "The letters of {term} do not account for {excess!r} in {text!r}{hint}. Check the entry.",
        "Words of the expansion have no letter in the term, as when a second entry is glued on.",
        "`SBC Southend Borough Council Human Resources`, where `Human Resources` is another entry's.",
        "Move those words to an entry of their own, or take them out.",
    ),
    "glossary-expansion-mismatch": Code(
        "warning",
        "The letters of {term} do not fit {text!r}. Check the term and its expansion.",
        "The expansion's words do not give the term's letters in order.",
        "`RTA Review of provision`.",
        "Correct the term or the expansion.",
    ),
    "glossary-stray-character": Code(
        "warning",
        "The glossary entry {term} has a stray {characters} in {text!r}. Take it out.",
        "The words of an entry hold a character that no author types there.",
        "`Early Help and |Youth Services`.",
        "Take the character out.",
    ),
    "glossary-separator-lost": Code(
        "warning",
        "The glossary line {text!r} was read as {term} and {expansion!r}; the break between them is lost. Check it.",
        "A term and its expansion run together, so where one ends is inferred.",
        "`CCWCommunity Care Worker`.",
        "Put a space or a dash between the term and its expansion.",
    ),
    "glossary-entries-joined": Code(
        "warning",
        "The glossary line {text!r} holds a second entry, {term}; it was read as two. Put each on its own line.",
        "Two entries stand on one line, and the letters of each term fit its own words.",
        "`RTA Refusal to assess CSIB Children's Services Improvement Board`.",
        "Begin a new line before the second term.",
    ),
    "glossary-entry-unread": Code(
        "warning",
        "The glossary line {text!r} has no term that could be told from its words; the line is kept as it stands. "
        "Write the term first.",
        "A line of the glossary does not begin (or end) with a term.",
        "A remark between two entries.",
        "Write the term first, then its expansion.",
    ),
}
