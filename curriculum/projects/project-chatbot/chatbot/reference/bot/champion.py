"""The adapter of the model that is served now, as the store keeps it."""

from pathlib import Path
from urllib.parse import unquote, urlparse

from bot.faults import Fault


def adapter(store: Path, name: str) -> Path | None:
    """Its folder, None while nothing has been promoted. Fault if its files are gone."""
    if not (store / "mlflow.db").is_file():
        return None
    from bot.registry import CHAMPION, Registry  # takes seconds

    client = Registry(store).client
    aliases = [model.aliases for model in client.search_registered_models(f"name = '{name}'")]
    if not aliases or CHAMPION not in aliases[0]:
        return None
    folder = Path(unquote(urlparse(client.get_model_version_by_alias(name, CHAMPION).source).path))
    if not folder.is_dir():
        raise Fault(f"The files of the champion of {name} are not at {folder} any more: put them back, or roll back.")
    return folder
