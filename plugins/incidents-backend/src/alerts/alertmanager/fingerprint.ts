const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const SEPARATOR = 0xff;

/**
 * The identity that Alertmanager gives to an alert, in 16 hexadecimal digits:
 * FNV-1a with 64 bits over the labels in the order of their names, each name and
 * each value followed by the byte 0xFF.
 *
 * Source: prometheus/common, `model/signature.go` (labelSetToFingerprint).
 */
export function fingerprintOf(
  labels: Readonly<Record<string, string>>,
): string {
  let hash = OFFSET;
  const add = (byte: number) => {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  };
  Object.entries(labels)
    .map(pair => pair.map(text => Buffer.from(text)))
    .sort(([a], [b]) => Buffer.compare(a, b))
    .flat()
    .forEach(text => {
      text.forEach(add);
      add(SEPARATOR);
    });
  return hash.toString(16).padStart(16, '0');
}
