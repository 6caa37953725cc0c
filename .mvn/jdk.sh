# Sourced by mvnw and run: sets JAVA_HOME to a JDK that this project can use, or says what is missing and fails.

required_java=25

# The feature version of the JDK in $1, from the file that each JDK carries; nothing if there is no JDK.
java_major() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9][0-9]*\).*/\1/p' "$1/release"
}

# The home of the java on the PATH, through any number of links.
java_on_path() {
  found=$(command -v java) || return 0
  while [ -L "$found" ]; do
    link=$(readlink "$found")
    case $link in
      /*) found=$link ;;
      *) found=$(dirname "$found")/$link ;;
    esac
  done
  (cd "$(dirname "$found")/.." 2>/dev/null && pwd -P)
}

java_candidates() {
  printf '%s\n' "${JAVA_HOME:-}"
  java_on_path
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v "$required_java+" 2>/dev/null || true
  fi
  for candidate in /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    printf '%s\n' "$candidate"
  done
}

# The first that fits. All are read to the end: a closed pipe would fail the writer, and with it a strict shell.
find_jdk() {
  java_candidates | {
    fitting=
    while IFS= read -r candidate; do
      major=$(java_major "$candidate")
      if [ -z "$fitting" ] && [ -n "$major" ] && [ "$major" -ge "$required_java" ]; then
        fitting=$candidate
      fi
    done
    printf '%s\n' "$fitting"
  }
}

jdk=$(find_jdk)
if [ -z "$jdk" ]; then
  echo "Orderflow needs a JDK $required_java or later and found none: install one, or set JAVA_HOME to it" >&2
  exit 1
fi
JAVA_HOME=$jdk
export JAVA_HOME
