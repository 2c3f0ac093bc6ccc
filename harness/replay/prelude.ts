/** What every script begins with: the settings it needs and the few commands its calls use (bash, curl, openssl). */
export const prelude = `#!/usr/bin/env bash
# Repeats one failed check. Set TENANT_BASE_URL, TENANT_CLIENT_ID and TENANT_CLIENT_SECRET, then run or paste it.
: "\${TENANT_BASE_URL:?}" "\${TENANT_CLIENT_ID:?}" "\${TENANT_CLIENT_SECRET:?}"
call() { curl -sS -i -g --http1.1 --path-as-is --max-time 30 \${TENANT_CA_FILE:+--cacert "$TENANT_CA_FILE"} "$@"; }
member() { grep -o '"'"$1"'" *: *"[^"]*"' | head -n 1 | sed 's/.*: *"//; s/"$//'; }
urlencode() { printf %s "$1" | od -An -v -tx1 | tr -d ' \\n' | sed 's/../%&/g'; }
jsonescape() { printf %s "$1" | sed 's/[\\\\"]/\\\\&/g'; }
wire() {
  local place=\${TENANT_BASE_URL#*://}; place=\${place%/}
  local host=\${place%:*} port=443
  [[ $place == *:* ]] && port=\${place##*:}
  if [[ $TENANT_BASE_URL == https:* ]]
  then timeout 15 openssl s_client -quiet -connect "$host:$port" -servername "$host" \${TENANT_CA_FILE:+-CAfile "$TENANT_CA_FILE"} 2>/dev/null
  else timeout 15 bash -c 'exec 3<>"/dev/tcp/$0/$1"; cat >&3; cat <&3' "$host" "$([[ $place == *:* ]] && echo "$port" || echo 80)"
  fi
}
`
