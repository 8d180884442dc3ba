#!/bin/sh
# Takes this folder to the newest kit. What it changes stands in build/update.md, the text of the
# merge request that hosting/propose.py opens. The weekly jobs run this file, and so may you.
#
# OIC_KIT  what pip installs instead of the newest version; "none" leaves everything as it is
# LEAVE    a folder that stays as it is: some forges let no job change its own workflows
set -eu
cd "$(dirname "$0")/.."
# What is said here is said in the first language of the site.
LANGUAGE=$(sed -n 's/^defaultContentLanguage: "\(.*\)"/\1/p' site/hugo.yaml)
export LANGUAGE

if [ "${OIC_KIT:-}" = none ]; then
    echo "This place builds without oic-kit (OIC_KIT is none): nothing to update."
    exit
fi
python3 -m pip install --disable-pip-version-check --quiet --upgrade "${OIC_KIT:-oic-kit}"
mkdir -p build
set -- update --yes --report build/update.md
[ -z "${LEAVE:-}" ] || set -- "$@" --leave "$LEAVE"
oic-kit "$@"
if [ -f update-report.md ]; then
    printf '\n' >> build/update.md
    cat update-report.md >> build/update.md
fi
