# sabotage: Puts scripts into Markdown, raw cells, outputs, attachments, names and metadata, for the instructor's browser.
# must: loses nothing
import json

SCRIPT = "<script>alert('evil')</script><img src=x onerror=\"alert('evil')\">[evil](javascript:alert('evil'))"


def lay(folder):
    path = folder / "logic_gates.ipynb"
    notebook = json.loads(path.read_text("utf-8"))
    notebook["metadata"]["title"] = SCRIPT
    notebook["metadata"]["authors"] = [{"name": SCRIPT}]
    html = {"output_type": "display_data", "metadata": {}, "data": {"text/html": SCRIPT, "application/javascript": "evil()"}}
    for cell in notebook["cells"]:
        cell["metadata"]["evil"] = SCRIPT
        if cell["cell_type"] == "code":
            cell["outputs"] = [html, {"output_type": "stream", "name": "stderr", "text": SCRIPT}]
        else:
            cell["source"] += f"\n\n{SCRIPT}\n"
    for number, kind in enumerate(("text/html", "", "TEXT/HTML")):
        raw = {"cell_type": "raw", "id": f"raw{number}", "metadata": {"raw_mimetype": kind}, "source": SCRIPT}
        notebook["cells"].insert(number, raw)
    picture = {"a.svg": {"image/svg+xml": SCRIPT}}
    text = f"![a](attachment:a.svg)\n\n{SCRIPT}"
    notebook["cells"].append({"cell_type": "markdown", "id": "text", "metadata": {}, "attachments": picture, "source": text})
    path.write_text(json.dumps(notebook), "utf-8")
