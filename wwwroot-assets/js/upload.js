// Pasted text may be longer than one message of the circuit: it leaves as a stream of bytes.
export function bytesOf(field) {
  return new TextEncoder().encode(field?.value ?? "");
}
