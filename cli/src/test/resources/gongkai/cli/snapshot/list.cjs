// Lists every record of a WARC file as an independent reader sees it, one JSON object a line.
// node list.cjs FILE (NODE_PATH leads to warcio)
const { createHash } = require("node:crypto");
const { createReadStream } = require("node:fs");
const { WARCParser } = require("warcio");

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

// RFC 4648, as WARC digests are written
function base32(bytes) {
  const bits = [...bytes].map((b) => b.toString(2).padStart(8, "0")).join("");
  const text = bits.match(/.{1,5}/g).map((five) => ALPHABET[parseInt(five.padEnd(5, "0"), 2)]).join("");
  return text.padEnd(Math.ceil(text.length / 8) * 8, "=");
}

async function main() {
  const parser = new WARCParser(createReadStream(process.argv[2]));
  for await (const record of parser) {
    const hash = createHash("sha256");
    let length = 0;
    for await (const chunk of record) {
      hash.update(chunk);
      length += chunk.length;
    }
    const digest = hash.digest();
    console.log(
      JSON.stringify({
        type: record.warcType,
        version: record.warcHeaders.protocol ?? record.warcHeaders.statusline.trim(),
        id: record.warcHeader("WARC-Record-ID"),
        belongsTo: record.warcHeader("WARC-Concurrent-To") ?? "",
        refersTo: record.warcHeader("WARC-Refers-To") ?? "",
        refersToUrl: record.warcHeader("WARC-Refers-To-Target-URI") ?? "",
        url: record.warcTargetURI ?? "",
        date: record.warcHeader("WARC-Date") ?? "",
        contentType: record.warcContentType ?? "",
        status: record.httpHeaders?.statusCode ?? 0,
        said: Number(record.httpHeaders?.headers.get("Content-Length") ?? -1),
        length,
        sha256: digest.toString("hex"),
        computed: "sha256:" + base32(digest),
        declared: record.warcPayloadDigest ?? "",
      }),
    );
  }
}

main().catch((broken) => {
  console.error(broken);
  process.exit(1);
});
