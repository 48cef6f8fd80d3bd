'use strict';
require('./record.js');
module.exports = require('@playwright/test');
