import './menu.mjs';
import './toast.mjs';
import './expenses.mjs';
import './reports.mjs';
import './split.mjs';
import './notes.mjs';
import './settings.mjs';
import './accordion.mjs';
