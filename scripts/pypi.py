"""Tools from PyPI, installed once into a virtual environment below target/."""
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def tools(venv: str, packages, programs) -> Path:
    """The folder of `programs`, which `packages` bring; they are installed into target/`venv` unless they are there."""
    folder = ROOT / "target" / venv
    if not all((folder / "bin" / program).exists() for program in programs):
        print("installing", ", ".join(packages), "into", folder.relative_to(ROOT), file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([folder / "bin/pip", "install", "-q", *packages], check=True)
    return folder / "bin"
