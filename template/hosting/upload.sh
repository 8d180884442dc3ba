#!/bin/sh
# Copies build/site to the web server. Build first: sh hosting/build.sh
#
#     TARGET=oic@www.example.org:/var/www/oic/ sh hosting/upload.sh     rsync over SSH
#     TARGET=sftp://oic@www.example.org/oic/ sh hosting/upload.sh       SFTP, with lftp
#
# FIRST  "yes" for the very first time: the target must hold nothing that you still need
set -eu
cd "$(dirname "$0")/.."

: "${TARGET:?say where to, e.g. TARGET=oic@www.example.org:/var/www/oic/}"
[ -f build/site/index.html ] || { echo "Nothing is built: sh hosting/build.sh" >&2; exit 1; }
TARGET=${TARGET%/}
case $TARGET in
sftp://*/?*) path=${TARGET#sftp://*/} ;;
sftp://*) path= ;;
*) path=${TARGET##*:} ;;
esac
case $path in
"" | / | . | .. | "~") echo "That is no folder for a site: $TARGET" >&2 && exit 1 ;;
esac

# Old files are deleted there, so make sure that it is a site of this kit.
refuse() {
    echo "$TARGET holds no site of this kit. If it may be overwritten: FIRST=yes" >&2
    exit 1
}

case $TARGET in
sftp://*)
    server=${TARGET%"/$path"}
    marker="$path/.well-known/oic.json"
    [ "${FIRST:-}" = yes ] || lftp -c "open '$server'; cls -q '$marker'" > /dev/null || refuse
    lftp -c "set cmd:fail-exit yes; open '$server'; mirror --reverse --delete build/site '$path'"
    ;;
*)
    marker="$TARGET/.well-known/oic.json"
    [ "${FIRST:-}" = yes ] || rsync --list-only "$marker" > /dev/null 2>&1 || refuse
    # New files come first and old ones go last: no visitor meets a page without its pictures.
    rsync --recursive --links --checksum --compress --delay-updates --delete-delay \
        --chmod=D755,F644 build/site/ "$TARGET/"
    ;;
esac
