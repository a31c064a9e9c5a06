#!/usr/bin/env node
// The sources run as they are; see scripts/register.cjs.
require('../../scripts/register.cjs');
require('../src/main.ts');
