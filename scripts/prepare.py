"""Makes ``.venv`` with what a command needs, and says what it is doing. Standard library only.

Any Python 3 must be able to read this file, so that an old one can be told that it is.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LEAST = (3, 11)


def say(vi: str, en: str) -> None:
    """Tell the person in both languages."""
    print(f"· {vi} / {en}", flush=True)


def stop(vi: str, en: str) -> None:
    """End with one sentence."""
    print(f"✗ {vi} / {en}", file=sys.stderr)
    raise SystemExit(2)


def demand_python() -> None:
    """Stop where Python is too old or cannot make a virtual environment."""
    if sys.version_info < LEAST:
        have = ".".join(map(str, sys.version_info[:3]))
        stop(
            f"Python {have} quá cũ; cần 3.11 trở lên, ví dụ: make demo PYTHON=python3.12",
            f"Python {have} is too old; 3.11 or newer is needed, e.g. make demo PYTHON=python3.12",
        )
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        stop(
            "Thiếu mô-đun venv; trên Debian hãy chạy: apt install python3-venv",
            "The venv module is missing; on Debian run: apt install python3-venv",
        )


def run(*words: object, hint_vi: str, hint_en: str) -> None:
    """Run a command; where it fails, show its last lines and say the way out."""
    done = subprocess.run(
        [str(word) for word in words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        print("\n".join((done.stdout + done.stderr).splitlines()[-12:]), file=sys.stderr)
        stop(hint_vi, hint_en)


def make_venv() -> Path:
    """Make the virtual environment, once, with the installer in it."""
    python = VENV / "bin" / "python"
    if not python.exists():
        say("Tạo môi trường Python riêng (.venv)", "Making the project's own Python (.venv)")
        run(
            *(sys.executable, "-m", "venv", VENV),
            hint_vi="Không tạo được .venv; hãy xóa thư mục .venv rồi chạy lại.",
            hint_en=".venv could not be made; delete the folder .venv and run again.",
        )
    run(
        *(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
        *("--require-hashes", "-r", "requirements/tools.txt"),
        hint_vi="Không tải được bộ cài; hãy kiểm tra mạng rồi chạy lại.",
        hint_en="The installer could not be downloaded; check the network and run again.",
    )
    return python


def install(python: Path, kind: str) -> None:
    """Install the pinned packages and the project itself."""
    began = time.monotonic()
    say("Cài các gói đã ghim (một phút khi mạng chậm)", "Installing the pinned packages")
    hints = {
        "hint_vi": "Tải gói bị lỗi; hãy kiểm tra mạng rồi chạy lại, phần đã tải được giữ.",
        "hint_en": "A download failed; check the network and run again, what came is kept.",
    }
    uv = (VENV / "bin" / "uv", "pip", "install", "--quiet", "--python", python)
    run(*uv, "--require-hashes", "-r", f"requirements/{kind}.txt", **hints)
    run(*uv, "--no-deps", "--no-build-isolation", "--editable", ".", **hints)
    print(f"  {time.monotonic() - began:.0f} s", flush=True)


SYSTEM = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))


def program(name: str, *programs: str) -> None:
    """Make sure that the tests have a program; Debian's package, where we may install it."""
    if any(shutil.which(one, path=SYSTEM) for one in programs):
        return
    if not shutil.which("apt-get") or not hasattr(__import__("os"), "geteuid"):
        stop(
            f"Các bài kiểm thử cần {programs[-1]}; hãy cài gói {name}.",
            f"The tests need {programs[-1]}; install the package {name}.",
        )
    say(f"Cài {name} cho kiểm thử", f"Installing {name} for the tests")
    hints = {
        "hint_vi": f"Không cài được {name}; hãy chạy bằng quyền root: apt-get install {name}",
        "hint_en": f"{name} could not be installed; as root run: apt-get install {name}",
    }
    run("apt-get", "update", "-qq", **hints)
    run("apt-get", "install", "-y", "-qq", "--no-install-recommends", name, **hints)


def main() -> None:
    """Prepare for ``run`` (the demonstration), ``dev`` (tests, benchmarks) or ``long`` tests."""
    kind = sys.argv[1]
    demand_python()
    if kind == "long":  # what ``dev`` made, and a second browser
        program("firefox-esr", "firefox-esr", "firefox")
        return
    install(make_venv(), kind)
    if kind == "dev":
        program("chromium", "chromium", "chromium-browser", "google-chrome")
        program("nginx-light", "nginx")
        (VENV / ".run").touch()
    (VENV / f".{kind}").touch()


if __name__ == "__main__":
    main()
