"""From captures to readings: what fails is told, the rest goes on."""

from tawthiq.errors import SourceError
from tawthiq.lexicon import Lexicon
from tawthiq.reading import outcome
from tawthiq.records import Capture

CAPTURE = Capture(id="0" * 64, original="قال الوزير.".encode(), media="text", key="a.txt")


def test_a_fault_while_reading_costs_one_report_only(lexicon: Lexicon) -> None:
    broken = object.__new__(Lexicon)  # has none of its fields: whatever is asked of it fails
    told = outcome(CAPTURE, broken)
    assert isinstance(told, SourceError)
    assert str(told).startswith("a.txt: a fault of Tawthiq while reading it: AttributeError")
    assert not isinstance(outcome(CAPTURE, lexicon), SourceError)


def test_a_source_that_could_not_be_read_is_passed_on(lexicon: Lexicon) -> None:
    error = SourceError("b.txt: empty")
    assert outcome(error, lexicon) is error
