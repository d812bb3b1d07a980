// Reads what Parley exports with readers we did not write, and tells what they saw as JSON. Run by NodeReaderTests.
//   node read.mjs records <schema> <documents.jsonl>   which records Ajv finds valid, and the first fault of those it does not
//   node read.mjs parquet <file>                       every mention as hyparquet reads it, its words cut from the text
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';

const [, , what, ...files] = process.argv;

const lines = (file) =>
    readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line)
        .map((line) => JSON.parse(line));

function records(schema, documents) {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
    return lines(documents).map((record) =>
        validate(record) ? 'valid' : `${validate.errors[0].instancePath} ${validate.errors[0].message}`,
    );
}

async function parquet(file) {
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(file) });
    return rows.flatMap((row) => {
        const signs = [...row.text];
        return row.mentions.map((mention) => ({
            set: row.set,
            label: mention.label,
            quoted: mention.spans.map((span) => span.text),
            cut: mention.spans.map((span) => signs.slice(Number(span.start), Number(span.end)).join('')),
        }));
    });
}

const seen = what === 'records' ? records(...files) : await parquet(...files);
process.stdout.write(JSON.stringify(seen));
