'use strict';

// What compare.ts starts: all comparisons timed, or (with its number) one of them carried out once.
require('../scripts/lib/register-ts.cjs');
const { comparisons, compareOnce } = require('./comparisons.ts');

const [pair] = process.argv.slice(2);
if (pair === undefined) process.stdout.write(JSON.stringify(comparisons()));
else compareOnce(Number(pair));
