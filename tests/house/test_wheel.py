"""What is built and installed elsewhere works from any folder, without the checkout."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run as a person would: nothing of the checkout on the path, UTF-8 out."""
    environment = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "COVERAGE_PROCESS_START"}}
    environment |= {"PYTHONIOENCODING": "utf-8", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    ran = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=300
    )
    assert ran.returncode == 0, f"{ran.stdout}\n{ran.stderr}"
    return ran


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel that was made from it, not from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs' folder of a fresh environment that holds the wheel; it borrows our dependencies."""
    home = tmp_path_factory.mktemp("elsewhere") / "environment"
    venv.create(home, with_pip=False, symlinks=True)
    programs = home / "bin"
    (wheel,) = built.glob("*.whl")
    pip = (sys.executable, "-m", "pip", "--python", programs / "python")
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=home)
    (packages,) = home.glob("lib/python*/site-packages")
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return programs


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A person's folder with a copy of the four sheets."""
    shutil.copytree(ROOT / "specs" / "linxi-2022", tmp_path / "临西")
    return tmp_path


def test_wheel_carries_its_data(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"perfdsl/py.typed", "perfdsl/_data/grammar/perfdsl.lark"} <= names
    assert "perfdsl/_data/diagnostics/P0302.md" in names
    assert any(n.startswith("perfdsl/_data/rubrics/") and n.endswith(".perf") for n in names)
    assert [n for n in names if not n.startswith(("perfdsl/", "perfdsl-"))] == []


def test_sdist_is_complete(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as files:
        tops = {name.split("/")[1] for name in files.getnames() if "/" in name}
    assert {"Makefile", "LICENSE", "README.md", "constraints.txt"} <= tops
    assert {"docs", "grammar", "perfdsl", "specs", "tests"} <= tops
    assert ".venv" not in tops


def test_the_wheel_is_what_runs(installed: Path, elsewhere: Path) -> None:
    ran = run(installed / "python", "-c", "import perfdsl; print(perfdsl.__file__)", cwd=elsewhere)
    assert Path(ran.stdout.strip()).is_relative_to(installed.parent)


def test_eval_from_another_folder(installed: Path, elsewhere: Path) -> None:
    ran = run(installed / "perfdsl", "eval", "临西", "--format", "json", cwd=elsewhere)
    scored = {project["code"]: project for project in json.loads(ran.stdout)["projects"]}
    assert len(scored) == 4
    assert (scored["13053522P00958710001D"]["total"], scored["13053522P00958710001D"]["grade"]) == (
        "97.81",
        "优",
    )


def test_eval_prints_tables(installed: Path, elsewhere: Path) -> None:
    ran = run(installed / "perfdsl", "eval", "临西", cwd=elsewhere)
    assert "集中活动的次数" in ran.stdout
    assert "97.81" in ran.stdout


def test_explain_from_another_folder(installed: Path, elsewhere: Path) -> None:
    ran = run(installed / "perfdsl", "explain", "P0302", cwd=elsewhere)
    assert "P0302" in ran.stdout
