"""The command that opens the desk."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(
    epilog="""\b
Examples:
  worksheet-builder desk
  worksheet-builder desk our-practice"""
)
@click.argument("folder", metavar="[DIR]", type=click.Path(file_okay=False, path_type=Path), default=Path())
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="The port to listen on; 0 takes any that is free."
)
@click.option("--no-browser", "browser", is_flag=True, flag_value=False, default=True, help="Only print the address.")
def desk(folder: Path, port: int, browser: bool) -> None:
    """Open the desk of DIR, the current folder unless said otherwise, as a page in your browser.

    It listens on this computer alone, for one person, and sends nothing anywhere. The first line that is printed is the
    address to open. Stop it with the button ‘Stop’ on the page, or with Ctrl-C.
    """
    from .desk_server import open_address, serve
    from .running_desks import address_of_running
    from .shared_computer import reasons

    if address := address_of_running(folder):
        click.echo(address)
        click.echo("The desk of this folder is open already.", err=True)
    else:
        serve(folder, port, lambda address: _told(address, reasons(), browser))
        return
    if browser:
        open_address(address)


def _told(address: str, reasons: tuple[str, ...], browser: bool) -> None:
    """Print the address of the desk and the reasons against using it here, and open it."""
    from .desk_server import open_address

    click.echo(address)
    for reason in reasons:
        click.echo(f"The desk is for one person’s own computer. {reason}", err=True)
    click.echo("The desk is open. Stop it with the button on the page, or with Ctrl-C.", err=True)
    if browser:
        open_address(address)
