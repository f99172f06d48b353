// VS Code writes its logs, and the text of extensions' output channels, with the compiled library of this name. This
// takes its place: the same files, written one message at a time, and never rotated.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];

class Logger {
  constructor(_type, _name, file) {
    this.file = file;
    this.level = levels.indexOf('info');
    this.format = (level, message) => `${new Date().toISOString()} [${level}] ${message}\n`;
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, '');
  }

  write(level, message) {
    if (levels.indexOf(level) >= this.level) appendFileSync(this.file, this.format(level, message));
  }

  trace(message) {
    this.write('trace', message);
  }

  debug(message) {
    this.write('debug', message);
  }

  info(message) {
    this.write('info', message);
  }

  warn(message) {
    this.write('warning', message);
  }

  error(message) {
    this.write('error', message);
  }

  critical(message) {
    this.write('critical', message);
  }

  getLevel() {
    return this.level;
  }

  setLevel(level) {
    this.level = level;
  }

  /** Output channels bring their own line ends. */
  clearFormatters() {
    this.format = (_level, message) => message;
  }

  setPattern() {}

  flush() {}

  drop() {}
}

async function createLogger(name, file) {
  return new Logger('rotating', name, file);
}

// One assignment each: only so does an ECMAScript import see the names.
exports.version = '0.0.0';
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
