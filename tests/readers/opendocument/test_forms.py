from tests.forms.texts import cell, p, row, table
from tests.readers.opendocument.telling import list_texts


def test_controls_print_their_boxes_their_choice_and_what_was_typed() -> None:
    forms = (
        '<office:forms><form:form><form:checkbox form:id="c1" form:label="GB" form:current-state="checked"/>'
        '<form:checkbox form:id="c2" form:label="BM"/>'
        '<form:listbox form:id="c3"><form:option form:label="May"/>'
        '<form:option form:label="June" form:current-selected="true"/></form:listbox>'
        '<form:text form:id="c4" form:current-value="Ask"/></form:form></office:forms>'
    )
    cells = [cell(p(f'<draw:control draw:control="c{place}"/>')) for place in (4, 3, 1, 2)]

    assert list_texts(forms + table(row(*cells))) == [["Ask", "June", "☒ GB", "☐ BM"]]
