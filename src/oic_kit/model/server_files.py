"""The rules of `policy.py` in the languages of three web servers: nginx, Apache and Caddy.

Source:
    https://nginx.org/en/docs/http/ngx_http_headers_module.html (a location with headers of its own
    forgets those of the server, so all stand there and take their values from a map);
    https://httpd.apache.org/docs/2.4/mod/mod_headers.html (`expr=`);
    https://caddyserver.com/docs/caddyfile/matchers#path-regexp
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from oic_kit.model.policy import HeaderRule

_TYPE = "Content-Type"
_EVERYWHERE = "/*"
_ROOT = "/var/www/oic"
# What is worth compressing. Old tables of types call scripts and feeds otherwise than new ones.
_TEXTS = (
    "text/css",
    "text/javascript",
    "application/javascript",
    "application/json",
    "text/xml",
    "application/xml",
    "text/calendar",
    "image/svg+xml",
)


def nginx(rules: Sequence[HeaderRule], url: str) -> str:
    """A whole site for nginx; logs keep only the first part of an address.

    Args:
        rules: what is said with which files.
        url: where the pages live.
    """
    host, path = _where(url)
    lines = [
        "# Made from place.yaml by oic-kit. Copy it to /etc/nginx/conf.d/oic.conf; mend the paths",
        f"# of the certificate and of the pages (TARGET of hosting/upload.sh: {_ROOT}{path}/).",
        *_nginx_maps(rules, path),
        "log_format oic '$oic_visitor - [$time_local] \"$request\" $status $body_bytes_sent';",
        "server {",
        "    listen 80;",
        "    listen [::]:80;",
        f"    server_name {host};",
        "    return 301 https://$host$request_uri;",
        "}",
        "server {",
        "    listen 443 ssl;",
        "    listen [::]:443 ssl;",
        f"    server_name {host};",
        f"    ssl_certificate /etc/letsencrypt/live/{host}/fullchain.pem;",
        f"    ssl_certificate_key /etc/letsencrypt/live/{host}/privkey.pem;",
        f"    root {_ROOT};",
        "    charset utf-8;",
        "    access_log /var/log/nginx/oic.log oic;",
        "    gzip on;",
        f"    gzip_types {' '.join(_TEXTS)};",
        f"    error_page 404 {path}/404.html;",
        *_nginx_headers(rules),
        "    location ~ /\\.ht { deny all; }",
        *_nginx_types(rules, path),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _nginx_maps(rules: Sequence[HeaderRule], path: str) -> Iterator[str]:
    for name, values in _special(rules).items():
        yield f"map $uri {_variable(name)} {{"
        yield '    default "";'
        yield from (
            f'    "~{_regex(pattern, path)}" {_quoted(value)};' for pattern, value in values
        )
        yield "}"
    yield "map $remote_addr $oic_visitor {"
    yield '    default "-";'
    yield '    "~^(?<oic_first>\\d+\\.\\d+\\.\\d+)\\." $oic_first.0;'
    yield '    "~^(?<oic_net>[0-9a-f]+:[0-9a-f]*:[0-9a-f]*):" $oic_net::;'
    yield "}"


def _nginx_headers(rules: Sequence[HeaderRule]) -> Iterator[str]:
    for name, value in _general(rules):
        yield f"    add_header {name} {_quoted(value)} always;"
    yield from (f"    add_header {name} {_variable(name)} always;" for name in _special(rules))


def _nginx_types(rules: Sequence[HeaderRule], path: str) -> Iterator[str]:
    for pattern, value in _types(rules):
        yield f'    location ~ "{_regex(pattern, path)}" {{ types {{ }} default_type {_quoted(value)}; }}'


def _variable(name: str) -> str:
    return "$oic_" + name.casefold().replace("-", "_")


def apache(rules: Sequence[HeaderRule], url: str) -> str:
    """The file `.htaccess` that travels with the pages: a web space needs no more than that.

    Args:
        rules: what is said with which files.
        url: where the pages live.
    """
    _host, path = _where(url)
    lines = [
        "# Made from place.yaml by oic-kit; every build writes it anew.",
        f"ErrorDocument 404 {path}/404.html",
        "AddDefaultCharset utf-8",
        *(
            f"AddType {_quoted(value)} {pattern.rpartition('*')[2]}"
            for pattern, value in _types(rules)
        ),
        "<IfModule mod_headers.c>",
        *(f"    Header always set {name} {_apache(value)}" for name, value in _general(rules)),
        *(
            f'    Header set {name} {_apache(value)} "expr=%{{REQUEST_URI}} =~ m#{_regex(pattern, path)}#"'
            for name, values in _special(rules).items()
            for pattern, value in values
        ),
        "</IfModule>",
        "<IfModule mod_deflate.c>",
        f"    AddOutputFilterByType DEFLATE text/html {' '.join(_TEXTS)}",
        "</IfModule>",
    ]
    return "\n".join(lines) + "\n"


def _apache(value: str) -> str:
    return _quoted(value.replace("%", "%%"))


def caddy(rules: Sequence[HeaderRule], url: str) -> str:
    """A whole site for Caddy, which fetches its certificate by itself.

    Args:
        rules: what is said with which files.
        url: where the pages live.
    """
    host, path = _where(url)
    special = [
        (name, value, pattern)
        for name, values in (*_special(rules).items(), (_TYPE, _types(rules)))
        for pattern, value in values
    ]
    lines = [
        "# Made from place.yaml by oic-kit. Copy it into the Caddyfile; mend the path of the pages",
        f"# (TARGET of hosting/upload.sh: {_ROOT}{path}/).",
        f"{host} {{",
        f"\troot * {_ROOT}",
        "\tencode zstd gzip",
        "\theader {",
        *(f"\t\t{name} {_quoted(value)}" for name, value in _general(rules)),
        "\t}",
    ]
    for number, (name, value, pattern) in enumerate(special):
        lines += [
            f"\t@oic{number} path_regexp {_regex(pattern, path)}",
            f"\theader @oic{number} {name} {_quoted(value)}",
        ]
    lines += [
        "\t@oic_inner path */.ht*",
        "\terror @oic_inner 404",
        "\thandle_errors {",
        # Else a file that is missing for a moment would be missing for a year.
        *(f"\t\theader -{name}" for name in _special(rules)),
        f"\t\trewrite * {path}/404.html",
        "\t\tfile_server",
        "\t}",
        "\tfile_server",
        "}",
    ]
    return "\n".join(lines) + "\n"


def _where(url: str) -> tuple[str, str]:
    """Host and path of an address; the path is empty for the root and never ends with a slash."""
    parts = urlsplit(url)
    return parts.netloc, parts.path.rstrip("/")


def _general(rules: Sequence[HeaderRule]) -> Iterator[tuple[str, str]]:
    return (it for rule in rules if rule.pattern == _EVERYWHERE for it in rule.headers.items())


def _special(rules: Sequence[HeaderRule]) -> dict[str, list[tuple[str, str]]]:
    """Headers of some files only: pattern and value, by name; the type is said in other ways."""
    found: dict[str, list[tuple[str, str]]] = {}
    for rule in rules:
        for name, value in rule.headers.items():
            if rule.pattern != _EVERYWHERE and name != _TYPE:
                found.setdefault(name, []).append((rule.pattern, value))
    return found


def _types(rules: Sequence[HeaderRule]) -> list[tuple[str, str]]:
    return [(rule.pattern, rule.headers[_TYPE]) for rule in rules if _TYPE in rule.headers]


def _regex(pattern: str, path: str) -> str:
    """A pattern with `*` as a regular expression on the path of an address."""
    return f"^{re.escape(path)}" + ".*".join(map(re.escape, pattern.split("*"))) + "$"


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
