"""What a cell shows is kept in its order, and never more than is allowed."""

from autograder.sandbox.inside import outputs as module
from autograder.sandbox.inside.outputs import LEFT_OUT, Outputs


def test_text_of_one_stream_that_follows_itself_is_one_output() -> None:
    outputs = Outputs(100, 1)
    for name, text in (("stdout", "a"), ("stdout", "b"), ("stderr", "c"), ("stdout", "d")):
        outputs.write(name, text)
    found = [(output.name, output.text) for output in outputs.list()]
    assert found == [("stdout", "ab"), ("stderr", "c"), ("stdout", "d")]


def test_a_flood_of_text_ends_where_it_is_too_much() -> None:
    outputs = Outputs(5, 12)
    for _ in range(1000):
        outputs.write("stdout", "abc")
    outputs.write("stderr", "e")
    assert [output.text for output in outputs.list()] == ["abcab" + LEFT_OUT, "e"]


def test_a_flood_of_outputs_ends_where_it_is_too_much() -> None:
    outputs = Outputs(10**6, 32)
    for _ in range(module._MOST_OUTPUTS):
        outputs.show("display_data", {"text/plain": "x"})
        outputs.write("stdout", "x")
    assert len(outputs.list()) == module._MOST_OUTPUTS


def test_a_picture_that_is_too_large_is_left_out_and_its_text_is_kept() -> None:
    outputs = Outputs(5, 12)
    outputs.show("display_data", {"text/plain": "Figure", "image/png": bytes(9 * 2**20)})
    outputs.show("display_data", {"text/plain": "Figure", "image/png": b"small"})
    assert [output.data for output in outputs.list()] == [
        {"text/plain": "Figure"},
        {"text/plain": "Figure", "image/png": "c21hbGw="},
    ]


def test_what_is_no_representation_is_left_out() -> None:
    outputs = Outputs(5, 12)
    representations = {
        "application/json": {"a": [1]},
        "text/html": object(),
        "x/json": object(),
        "text/plain": "\ud800",
    }
    outputs.show("execute_result", representations, metadata={"a": object()})
    (output,) = outputs.list()
    assert (output.data, output.metadata) == ({"application/json": '{"a": [1]}', "text/plain": "?"}, "{}")


def test_what_was_cleared_does_not_count() -> None:
    outputs = Outputs(10, 1)
    for _ in range(5):
        outputs.clear(wait=True)
        outputs.write("stdout", "0123456789")
        outputs.show("display_data", {"image/png": bytes(400_000)})
    assert [output.kind for output in outputs.list()] == ["stream", "display_data"]
    outputs.clear(wait=False)
    assert outputs.list() == []


def test_what_was_updated_does_not_count() -> None:
    outputs = Outputs(10, 1)
    outputs.show("display_data", {"text/plain": "1"}, name="id")
    for number in range(5):
        outputs.show("update_display_data", {"text/plain": str(number), "image/png": bytes(200_000)}, name="id")
    assert [(output.kind, output.data["text/plain"]) for output in outputs.list()] == [
        ("display_data", "4"),
        ("update_display_data", "4"),
    ]
