"""Settings for web servers: whatever the policy says, each of them says."""

from __future__ import annotations

import re

import pytest

from oic_kit.model.place import Place
from oic_kit.model.policy import header_rules
from oic_kit.model.server_files import apache, caddy, nginx

SERVERS = (nginx, apache, caddy)


def place(url: str = "https://oic-muenster.de/") -> Place:
    """A place that shows films of another host, so that a header has quotes in it."""
    return Place.model_validate(
        {
            "place": {"name": "Münster", "population": 300_000},
            "site": {"title": "Open Innovation City Münster", "url": url},
            "integrations": {"video": {"kind": "embed", "url": "https://tube.example.org/"}},
        }
    )


@pytest.mark.parametrize("server", SERVERS)
def test_every_header_is_said_by_every_server(server):
    """
    A visitor is protected alike, whatever the town hall's server is.
    """
    rules = header_rules(place())
    said = server(rules, place().site.url)

    assert len(rules) > 3
    for name, value in rules[0].headers.items():
        escaped = value.replace('"', '\\"')
        assert f'{name} "{escaped}"' in said
    assert 'fullscreen=(self \\"https://tube.example.org\\")' in said


@pytest.mark.parametrize("server", SERVERS)
def test_calendars_come_as_calendars_and_can_be_read_from_elsewhere(server):
    """
    A calendar program takes the file for what it is; fingerprinted files are kept for a year.
    """
    said = server(header_rules(place()), place().site.url)

    assert "text/calendar; charset=utf-8" in said
    assert "Access-Control-Allow-Origin" in said
    assert "immutable" in said


@pytest.mark.parametrize("server", SERVERS)
def test_a_site_below_a_path_has_its_rules_there(server):
    """
    A district whose site is a folder of the city's server gets rules for that folder only.
    """
    url = "https://stadt.example.org/oic/"
    said = server(header_rules(place(url)), url)

    assert "/oic/404.html" in said
    assert "^/oic/css/.*$" in said
    assert "^/css/" not in said


@pytest.mark.parametrize(("server", "comment"), [(nginx, "#"), (caddy, "#")])
def test_every_brace_is_closed(server, comment):
    """
    A server that is given the file starts.
    """
    lines = server(header_rules(place()), place().site.url).splitlines()
    code = "\n".join(line for line in lines if not line.strip().startswith(comment))
    bare = re.sub(r'"(?:\\.|[^"\\])*"', '""', code)

    assert bare.count("{") == bare.count("}") > 2


def test_nginx_repeats_no_header_in_a_location():
    """
    A location with headers of its own would forget those of the site.
    """
    said = nginx(header_rules(place()), place().site.url)
    inside = re.findall(r"location [^{]*\{([^}]*)\}", said)

    assert inside
    assert [] == [block for block in inside if "add_header" in block]


def test_nginx_keeps_no_whole_address_of_a_visitor():
    """
    A visitor cannot be found by the logs.
    """
    said = nginx(header_rules(place()), place().site.url)

    assert "log_format oic '$oic_visitor" in said
    assert "access_log /var/log/nginx/oic.log oic;" in said


def test_a_file_that_is_missing_for_a_moment_is_not_missing_for_a_year():
    """
    While pages are copied, a style sheet may be missing: no browser keeps that answer.
    """
    said = caddy(header_rules(place()), place().site.url)
    errors = said.partition("handle_errors {")[2].partition("file_server")[0]

    assert "header -Cache-Control" in errors
    assert "header -Access-Control-Allow-Origin" in errors


@pytest.mark.parametrize("server", [nginx, caddy])
def test_settings_that_lie_among_the_pages_are_not_shown(server):
    """
    The file for Apache travels with the pages; another server gives it to nobody.
    """
    said = server(header_rules(place()), place().site.url)

    assert re.search(r"location ~ /\\\.ht \{ deny all|path \*/\.ht\*\n\terror @oic_inner 404", said)


@pytest.mark.parametrize("server", [nginx, apache])
def test_scripts_feeds_and_calendars_travel_compressed_whatever_they_are_called(server):
    """
    A visitor with a slow line waits for a third of the bytes, also behind an older server.
    """
    said = server(header_rules(place()), place().site.url)
    listed = next(line for line in said.splitlines() if "gzip_types" in line or "DEFLATE" in line)

    kinds = {"text/javascript", "application/javascript", "text/xml", "text/calendar", "text/css"}
    assert kinds <= set(listed.rstrip(";").split())


@pytest.mark.parametrize("server", [nginx, caddy])
def test_the_folder_to_copy_the_pages_to_is_named(server):
    """
    Below a path, the server looks for the pages in a folder of that name, and the officer is told.
    """
    url = "https://stadt.example.org/oic/"
    said = server(header_rules(place(url)), url)

    assert "upload.sh: /var/www/oic/oic/)" in said
    assert re.search(r"root (\* )?/var/www/oic\b", said)
