#!/bin/sh
# Builds what the web shall see into build/site. The jobs of every forge run this file, and so may you:
#
#     sh hosting/build.sh
#
# ADDRESS        where the pages will live; without it, the address in place.yaml
# FORGE_ADDRESS  where they live as long as place.yaml holds only a placeholder
# PREVIEW        "yes" marks them as a preview, whatever the check says
# OIC_KIT        what pip installs, such as oic-kit==1.2.0 or a file; "none" builds with Hugo alone
set -eu
cd "$(dirname "$0")/.."
# What is said here is said in the first language of the site.
LANGUAGE=$(sed -n 's/^defaultContentLanguage: "\(.*\)"/\1/p' site/hugo.yaml)
export LANGUAGE

install() {
    python3 -m pip install --disable-pip-version-check --quiet "$@"
}

install --requirement requirements.txt
if [ "${OIC_KIT:-}" = none ]; then
    address=${ADDRESS:-${FORGE_ADDRESS:-}}
    set -- --source site --destination ../build/site --cleanDestinationDir
    [ -z "$address" ] || set -- "$@" --baseURL "$address"
    [ "${PREVIEW:-}" != yes ] || set -- "$@" --environment preview
    hugo "$@"
    python3 -m pagefind_bin --site build/site
else
    # The version that made this folder: a new one comes with an update, never by the way.
    version=$(python3 -c 'import json; print(json.load(open(".oic/kit.json"))["kit"])')
    install "${OIC_KIT:-oic-kit==$version}"
    set -- publish
    [ -z "${ADDRESS:-}" ] || set -- "$@" --address "$ADDRESS"
    [ -z "${FORGE_ADDRESS:-}" ] || set -- "$@" --forge-address "$FORGE_ADDRESS"
    [ "${PREVIEW:-}" != yes ] || set -- "$@" --preview
    oic-kit "$@"
fi
