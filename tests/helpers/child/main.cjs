'use strict';

// The first file of a process that tests start apart: it can then require the helpers as they are.
require('../../../scripts/lib/register-ts.cjs');
const { main } = require('./serve.ts');

main(JSON.parse(process.env.REVISIONS_CHILD));
