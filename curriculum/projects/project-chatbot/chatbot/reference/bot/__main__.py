"""The command line: `python -m bot COMMAND ...`; one line of COMMANDS for each command."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

from bot.faults import Fault
from bot.settings import load

# command -> the module that does it, and what it does in one line. A module has
#   arguments(parser)          adds its arguments
#   main(args, settings)       does the work; raises Fault when the input is at fault
# and is imported only when its own command is asked for, so that `ingest` never waits for torch.
COMMANDS: dict[str, tuple[str, str]] = {
    "ingest": ("bot.ingest", "read a folder of documents into clean chunks with their places"),
    "index": ("bot.index", "make the vector store and the word index of ingested chunks"),
    "search": ("bot.search", "find the chunks that questions on stdin ask for"),
    "ask": ("bot.ask", "answer questions on stdin with citations, or say that the answer is not known"),
    "serve": ("bot.serve", "serve the chat over HTTP, in the form of OpenAI's API"),
    "pairs": ("bot.pairs", "make pairs of prompt and completion from chunks, some documents held out"),
    "train": ("bot.train", "fine-tune the language model on pairs with LoRA; a killed run goes on where it was"),
    "evaluate": ("bot.evaluate", "say which of two systems answers better, and how sure that is"),
    "compress": ("bot.compress", "make the model small in several ways, measure each, and choose one by a rule"),
    "unpack": ("bot.unpack", "write a compressed variant as an ordinary model"),
    "track": ("bot.track", "log a finished run in the store and register its model as a new version"),
    "promote": ("bot.promote", "make a version the champion, if the evaluation lets it through the gate"),
    "rollback": ("bot.rollback", "make the version the champion again that was it before"),
    "drift": ("bot.drift", "say whether recent questions are unlike those of before"),
    "feedback": ("bot.ratings", "add to the pairs what users' ratings teach"),
    "contest": ("bot.contest", "let the candidate of a run and the champion answer the same questions"),
    "iterate": ("bot.iterate", "log a finished run, and make it the champion if it passes the gate"),
    "bench": ("bot.bench", "measure every figure of the README again"),
}


def quiet_threads(threads: int) -> None:
    """Fix the number of threads before any library is loaded: left alone, each takes every core, and they wait for each other."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS"):
        os.environ.setdefault(name, str(threads))
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    os.environ.setdefault("HF_HUB_OFFLINE", "1")  # models are folders here; nothing may be looked up elsewhere
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")  # stderr is for our own one sentence
    os.environ.setdefault("LANCE_LOG", "error")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Exit code 0: done; 2: the input is at fault, one sentence on stderr; 130: stopped by Ctrl-C."""
    words = list(sys.argv[1:] if argv is None else argv)
    parser = argparse.ArgumentParser(prog="python -m bot", description="Answers from your documents, with citations.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (module, what) in COMMANDS.items():
        command = commands.add_parser(name, help=what, description=what)
        if name in words[:1]:
            importlib.import_module(module).arguments(command)
    try:
        settings = load()
        quiet_threads(settings.compute.threads)
        args = parser.parse_args(words)
        importlib.import_module(COMMANDS[args.command][0]).main(args, settings)
    except Fault as fault:
        print(fault, file=sys.stderr)
        return 2
    except BrokenPipeError:  # whoever read our output has gone (`| head`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        print(Fault.of_system(error), file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
