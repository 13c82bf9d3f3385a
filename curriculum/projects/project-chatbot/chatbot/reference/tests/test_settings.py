"""bot.settings: a wrong setting is a sentence, and bot.toml says what the code says."""

import tomllib
from pathlib import Path

import pytest

from bot.faults import Fault
from bot.settings import Settings, load

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    "text, named",
    [
        ("[serve]\nqueu = 3", "queu"),
        ("[serv]\na = 3", "serv"),
        ('[serve]\nqueue = "3"', "queue"),
        ("[serve", "valid TOML"),
        ("[serve]\nqueue = true", "queue"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, text: str, named: str) -> None:
    (tmp_path / "bot.toml").write_text(text)
    with pytest.raises(Fault, match=named):
        load(tmp_path / "bot.toml")


def test_bot_toml_names_every_setting_with_its_default() -> None:
    tables = tomllib.loads((ROOT / "bot.toml").read_text(encoding="utf-8"))
    assert load(ROOT / "bot.toml") == Settings()
    for name, values in vars(Settings()).items():
        assert set(tables[name]) == set(vars(values)), name
