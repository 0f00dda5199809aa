"""The group of commands: each is imported when it is called; errors become exit codes here."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

import click

from factlint import __version__
from factlint.cli import streams
from factlint.errors import FactlintError
from factlint.spelling import suggestion

#: Command -> the module it stands in, and what the list of commands says of it.
COMMANDS = {
    "check": ("check", "Find claims that contradict each other."),
    "baseline": ("baseline", "Write down known findings, so that only new ones are reported."),
    "hook": ("hook", "Check what is about to be committed or pushed."),
    "claims": ("claims", "List what the documents claim."),
    "mentions": ("mentions", "List the figures, dates and names of the documents."),
    "entities": ("entities", "List who and what the documents name, and what may be one."),
    "explain": ("explain", "The page of a rule, a check or an attribute."),
    "rules": ("rules", "The table of all rules."),
    "init": ("init", "Write a first settings file."),
    "config": ("config", "Show the settings with their origins."),
    "test": ("test", "Run the tests inside rule packs."),
    "schema": ("schema", "The JSON Schema of rule packs or settings, for editors."),
}


class Commands(click.Group):
    """A group that imports a command only when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"factlint.cli.{COMMANDS[cmd_name][0]}").command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, but a mistyped command gets the nearest right one."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            ctx.fail(f"no command {args[0]!r}{suggestion(args[0], COMMANDS)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what the user can repair is told on stderr and is exit code 2."""
        try:
            return super().invoke(ctx)
        except FactlintError as error:
            streams.complain(error)
            ctx.exit(2)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="factlint %(version)s")
def app() -> None:
    """Find figures that contradict each other, within and across documents.

    \b
    Examples:
      factlint check                     the documents of this folder
      factlint check notes/ drafts.md    these documents together
      factlint explain valuation-conflict
    """


def run(arguments: Sequence[str]) -> int:
    """Run a command line and give its exit code."""
    try:
        code = app.main(list(arguments), prog_name="factlint", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:  # what click makes of an interrupt
        return 130
    return code if isinstance(code, int) else 0
