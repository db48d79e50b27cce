// Reads xAPI statements with the npm package @learninglocker/xapi-validation, and looks at what
// that does not.  Usage: node xapi.js FILE LEAST [own]; FILE has an array of at least LEAST
// statements, of a session or of one's own answers.  Prints TAP.
const fs = require('fs');
const { statement: validate } = require('@learninglocker/xapi-validation/dist/factory');

let tests = 0;
let failed = 0;

// Says how a test went, with the first few differences.
function report(name, differences) {
    tests += 1;
    if (differences.length === 0) {
        console.log(`ok ${tests} - ${name}`);
        return;
    }
    failed += 1;
    console.log(`not ok ${tests} - ${name}`);
    differences.slice(0, 5).forEach((difference) => console.log(`# ${difference}`));
}

// What `examine` says about each statement, with the statement's id before it.
function examineAll(statements, examine) {
    return statements.flatMap((one) => examine(one).map((what) => `${one.id}: ${what}`));
}

// Every value in it that `wrong` says yes to, by its path.
function find(value, wrong, path = '') {
    if (wrong(value)) return [path];
    if (value === null || typeof value !== 'object') return [];
    return Object.entries(value).flatMap(([key, inner]) => find(inner, wrong, `${path}/${key}`));
}

function verbOf(one) {
    return one.verb.id.replace('http://adlnet.gov/expapi/verbs/', '');
}

// The choices of a card are what correctResponsesPattern and response choose from.
function examineCard(one) {
    if (verbOf(one) !== 'answered') return [];
    const { choices, correctResponsesPattern: pattern } = one.object.definition;
    const ids = choices.map((choice) => choice.id);
    const wrong = [];
    if (new Set(ids).size !== ids.length) wrong.push('choices are not distinct');
    if (ids.some((id) => /\s/.test(id))) wrong.push('a choice has a blank in its id');
    if (pattern.length !== 1 || !ids.includes(pattern[0])) wrong.push('no choice is right');
    if (!ids.includes(one.result.response)) wrong.push('the response is no choice');
    if (one.result.success !== (one.result.response === pattern[0])) wrong.push('success is off');
    return wrong;
}

// The verbs of each run: by registration and part.
function examineRuns(statements) {
    const runs = new Map();
    statements.forEach((one) => {
        const parent = one.context.contextActivities.parent;
        const key = `${one.context.registration} ${(parent ? parent[0] : one.object).id}`;
        runs.set(key, [...(runs.get(key) || []), verbOf(one)]);
    });
    return [...runs].flatMap(([key, verbs]) => {
        const order = verbs.join(' ');
        const good = /^initialized( answered)*( completed( passed| failed)?)?( terminated)?$/;
        return good.test(order) ? [] : [`${key}: ${order}`];
    });
}

const statements = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const least = Number(process.argv[3]);
const own = process.argv[4] === 'own';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const ids = statements.map((one) => one.id);

report(`there are statements (${statements.length})`, statements.length >= least ? []
    : [`fewer than ${least}`]);
report('the validator has nothing to say', examineAll(statements, (one) => (
    validate(one, ['statement']).map((warning) => JSON.stringify(warning).slice(0, 300)))));
report('ids are UUIDs, each its own', [
    ...ids.filter((id) => !uuid.test(id)), ...ids.filter((id, i) => ids.indexOf(id) !== i)]);
report('nothing is null', examineAll(statements, (one) => find(one, (v) => v === null)));
report('moments are UTC', examineAll(statements, (one) => (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(one.timestamp) ? [] : [one.timestamp])));
report('choices are distinct, without blanks, and one is right',
    examineAll(statements, examineCard));
if (own) {
    report('all are answers, each with its time', examineAll(statements, (one) => (
        verbOf(one) === 'answered' && one.result.duration ? [] : ['it is not'])));
} else {
    report('nobody is told how long it took', examineAll(statements, (one) => (
        one.result && one.result.duration ? ['a duration'] : [])));
    report('runs begin, go on and end in order', examineRuns(statements));
}
// the validator is awake
const broken = JSON.parse(JSON.stringify(statements.find((one) => verbOf(one) === 'answered')));
broken.context.registration = 'cohort-1';
report('a registration that is no UUID is refused by the validator',
    validate(broken, ['statement']).length > 0 ? [] : ['it was not']);

console.log(`1..${tests}`);
process.exit(failed ? 1 : 0);
