#!/bin/sh
# Holds what SECURITY.md says of the extension's library LIBRARY: it can open no
# socket, start no process, load no other library and read no clock, because it calls
# nothing that does.
set -eu
LC_ALL=C
called=$(nm --dynamic --undefined-only "$1" | awk '{ print $2 }' | sed 's/@.*//')
[ -n "$called" ] || { echo "nm tells nothing of $1"; exit 1; }
forbidden='socket|connect|bind|listen|accept|send(to|msg)?|recv(from|msg)?|getaddrinfo|gethostby.*'
forbidden="$forbidden|v?fork|clone|exec.*|posix_spawn.*|system|popen|dlopen|dlsym|dlmopen"
forbidden="$forbidden|time|gettimeofday|clock_gettime|_ZNSt6chrono.*3nowEv"
forbidden="$forbidden|osl_.*(Socket|Process|Pipe|Module|SystemTime).*|osl_getLocalTime.*"
found=$(echo "$called" | grep -xE "$forbidden" || true)
[ -z "$found" ] || { echo "The library can reach more than SECURITY.md says:"; echo "$found"; exit 1; }
