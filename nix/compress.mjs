// Usage: compress.mjs FOLDER
// Writes FILE.br and FILE.gz beside every file in FOLDER that they make at least a tenth smaller.
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const encodings = {
  br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  gz: (bytes) => gzipSync(bytes, { level: 9 }),
}

for (const name of readdirSync(process.argv[2], { recursive: true })) {
  const file = join(process.argv[2], name)
  if (!statSync(file).isFile()) continue
  const bytes = readFileSync(file)
  for (const [suffix, compress] of Object.entries(encodings)) {
    const compressed = compress(bytes)
    if (compressed.length < 0.9 * bytes.length) writeFileSync(`${file}.${suffix}`, compressed)
  }
}
