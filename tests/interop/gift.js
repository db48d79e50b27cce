// Compares a GIFT export, as the npm package gift-pegjs understands it, with the rows of a CSV
// export, as Python's csv module understands them.  Prints TAP.
// Usage: node gift.js FILE.gift ROWS.json
'use strict';
const fs = require('fs');
const gift = require('gift-pegjs');

const [, , giftPath, rowsPath] = process.argv;
const rows = JSON.parse(fs.readFileSync(rowsPath, 'utf8'));
const names = {sales: 'Sales', marketing: 'Marketing'};
let count = 0;
let failed = 0;

function report(name, differences) {
    count++;
    if (differences.length > 0)
        failed++;
    console.log(`${differences.length > 0 ? 'not ok' : 'ok'} ${count} - ${name}`);
    for (const difference of differences.slice(0, 5))
        console.log(`# ${difference}`);
}

// Compares one value of every question with that of its row.
function compare(name, ofQuestion, ofRow) {
    const differences = [];
    questions.forEach((question, i) => {
        const got = JSON.stringify(ofQuestion(question)), want = JSON.stringify(ofRow(rows[i] || {}));
        if (got !== want)
            differences.push(`question ${i + 1}: ${got} should be ${want}`);
    });
    report(name, differences);
}

const questions = [];
let category = '';
for (const part of gift.parse(fs.readFileSync(giftPath, 'utf8'))) {
    if (part.type === 'Category')
        category = part.title;
    else
        questions.push(Object.assign(part, {category}));
}

const text = (rich) => rich ? rich.text : '';
report('as many questions as rows', rows.length > 0 && questions.length === rows.length
    ? [] : [`${questions.length} questions, ${rows.length} rows`]);
compare('each is a choice', (q) => q.type, () => 'MC');
compare('the titles', (q) => q.title, (r) => `${r.scenario}/${r.activity}`);
compare('the ids', (q) => q.id, (r) => `core:${r.scenario}/${r.activity}`);
compare('the tags', (q) => q.tags,
    (r) => [r.own_principle || r.principle, `level-${r.level}`, r.setting]);
compare('the categories', (q) => q.category, (r) => `core/${r.principle}`);
compare('the texts', (q) => q.stem.text, (r) => `${r.situation}\n\n${r.text}`);
compare('the answers', (q) => q.choices.map((c) => c.text.text).sort(),
    () => ['Marketing', 'Sales']);
compare('the right answers', (q) => q.choices.filter((c) => c.isCorrect).map((c) => c.text.text),
    (r) => [names[r.side]]);
compare('the clues', (q) => q.choices.map((c) => text(c.feedback)),
    (r) => r.cue ? [`“${r.cue}”`, `“${r.cue}”`] : ['', '']);
compare('the reasons', (q) => text(q.globalFeedback), (r) => r.why);
console.log(`1..${count}`);
process.exit(failed > 0 ? 1 : 0);
