import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { askYesNo } from './console/ask.mjs';
import {
  Failure,
  bold,
  command,
  dim,
  green,
  yellow,
} from './console/steps.mjs';
import { findRunning } from './portal/running.mjs';
import { readSettings } from './portal/settings.mjs';

const USAGE = `npm run import -- --file incidents.csv --mapping mapping.yaml [--yes] [--portal http://localhost:7007]

  --file      CSV or JSONL; one that ends in .gz is unpacked
  --mapping   what its rows mean, see docs/import.md
  --yes       begins without asking
  --portal    the backend; the portal of npm start unless said otherwise

  LINCHPIN_TOKEN   a token with the permissions incidents.setup.read and incidents.setup.manage`;

const SHOWN_PROBLEMS = 20;

// npm run import: sends a file of another system, shows what would be made, and has it made. What it
// asks the portal is what Setup asks, see docs/import.md.
command(async interruption => {
  const { file, mapping, yes, portal: named } = readArguments();
  const settings = readSettings();
  const portal = named ?? (findRunning(settings) ?? settings).backendUrl;
  const ask = caller(portal, interruption);

  const form = new FormData();
  form.append('mapping', readFileSync(mapping, 'utf8'));
  form.append(
    'file',
    await contentOf(file),
    basename(file).replace(/\.gz$/, ''),
  );
  const sent = await ask('POST', '', form);
  const planned = await until(ask, sent, ['planning'], interruption);
  if (planned.state !== 'planned') {
    throw new Failure(`The import is ${planned.state}.`, planned.error ?? '');
  }
  showPlan(planned);

  if (planned.plan.toMake === 0) {
    await ask('POST', `/${planned.id}/cancel`);
    console.log('\nThere is nothing to make.');
    return;
  }
  if (!yes && !(await askYesNo('\nMake them?', interruption))) {
    await ask('POST', `/${planned.id}/cancel`);
    console.log('Nothing was made.');
    return;
  }
  const started = await ask('POST', `/${planned.id}/start`);
  const ended = await until(
    ask,
    started,
    ['importing'],
    interruption,
    progress,
  );
  if (ended.state !== 'done') {
    throw new Failure(`The import is ${ended.state}.`, ended.error ?? '');
  }
  console.log(
    `\n${green('✓')} ${bold(`${ended.made} made`)}, ${ended.known} there already, ${ended.refused} refused`,
  );
});

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        file: { type: 'string' },
        mapping: { type: 'string' },
        yes: { type: 'boolean', default: false },
        portal: { type: 'string' },
      },
    });
    for (const name of ['file', 'mapping']) {
      if (!values[name] || !existsSync(values[name])) {
        throw new Failure(`--${name}: there is no such file.`, USAGE);
      }
    }
    return values;
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(error.message, USAGE);
  }
}

async function contentOf(file) {
  const bytes = createReadStream(file);
  const stream = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  return new Response(Readable.toWeb(stream)).blob();
}

function caller(portal, signal) {
  const url = `${portal}/api/incidents/imports`;
  return async (method, path, body) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { Authorization: `Bearer ${process.env.LINCHPIN_TOKEN ?? ''}` },
      body,
      signal,
    }).catch(error => {
      signal.throwIfAborted();
      throw new Failure(
        `Nothing answers at ${portal}.`,
        `${error.cause?.message ?? error.message}\nStart the portal first: npm start`,
      );
    });
    const answer = await response.text();
    if (response.status === 401) {
      throw new Failure('The portal does not know who asks.', USAGE);
    }
    if (!response.ok) {
      throw new Failure(
        `The portal answered ${response.status}.`,
        messageOf(answer),
      );
    }
    return JSON.parse(answer);
  };
}

function messageOf(answer) {
  try {
    return JSON.parse(answer).error.message;
  } catch {
    return answer;
  }
}

/** Asks until the import has left these states. */
async function until(ask, job, states, signal, tell = () => {}) {
  let now = job;
  while (states.includes(now.state)) {
    tell(now);
    await pause(200, undefined, { signal });
    now = await ask('GET', `/${job.id}`);
  }
  tell(now);
  return now;
}

function progress({ made, known, refused, plan }) {
  if (process.stdout.isTTY) {
    const done = made + known + refused;
    process.stdout.write(`\r${done} of ${plan.incidents}`);
  }
}

function showPlan({ rows, plan, fileName }) {
  const { problems, moreProblems, notInCatalog } = plan;
  console.log(`${bold(fileName)}: ${rows} rows, ${plan.incidents} incidents\n`);
  console.log(
    `  ${bold(String(plan.toMake).padStart(7))} to be made${period(plan)}`,
  );
  console.log(`  ${String(plan.known).padStart(7)} there already`);
  console.log(`  ${String(plan.refused).padStart(7)} refused`);
  for (const problem of problems.slice(0, SHOWN_PROBLEMS)) {
    console.log(`  ${yellow('!')} ${lineOf(problem)}`);
  }
  const more = moreProblems + Math.max(0, problems.length - SHOWN_PROBLEMS);
  if (more > 0) {
    console.log(dim(`    and ${more} more`));
  }
  if (notInCatalog.length > 0) {
    console.log(
      `  ${yellow('!')} not in the catalog, kept by name: ${notInCatalog.join(', ')}`,
    );
  }
}

function period({ from, to }) {
  return from ? dim(`, ${from.slice(0, 10)} to ${to.slice(0, 10)}`) : '';
}

const WHY = {
  unmapped: 'is not in the mapping',
  missing: 'is missing',
  'no-time': 'is no time as the mapping says',
  contradiction: 'contradicts the rest',
  repeated: 'is the id of a row above already',
};

function lineOf({ kind, field, value, why, detail, incidents, line }) {
  const what = value ? `${field} "${value}"` : field;
  const outcome = kind === 'refused' ? 'not made' : 'made without it';
  return `${what} ${detail ?? WHY[why]}: ${incidents} ${outcome} ${dim(`(line ${line})`)}`;
}
