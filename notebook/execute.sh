#!/usr/bin/env bash
# Runs wirearchy.ipynb from top to bottom against a server:  notebook/execute.sh http://127.0.0.1:8080
# The executed copy, with its drawings, is target/wirearchy.ipynb; any error fails the command.
set -euo pipefail
cd "$(dirname "$0")"
export PASSERELLE_URL="${1:?usage: execute.sh URL, for instance http://127.0.0.1:8080}"
export MPLBACKEND="${MPLBACKEND:-module://matplotlib_inline.backend_inline}"
mkdir -p ../target
/usr/bin/python3 - <<'PYTHON'
import nbformat
from nbclient import NotebookClient

notebook = nbformat.read("wirearchy.ipynb", as_version=4)
nbformat.validate(notebook)
NotebookClient(notebook, timeout=600, kernel_name="python3").execute()
nbformat.write(notebook, "../target/wirearchy.ipynb")
drawings = sum("image/png" in output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", []))
print(f"every cell ran; {drawings} drawings are in target/wirearchy.ipynb")
if drawings < 3:
    raise SystemExit("expected three drawings")
PYTHON
