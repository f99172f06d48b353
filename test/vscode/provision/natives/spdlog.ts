/**
 * VS Code writes its logs, and the text of extensions' output channels, with a compiled library of this name. This takes
 * its place in a server that was installed without install scripts: the same files, never rotated.
 */
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'] as const;
type Level = (typeof levels)[number];

/** Writes each message to its file at once. */
export class Logger {
  private level = levels.indexOf('info');
  private format = (level: Level, message: string): string => `${new Date().toISOString()} [${level}] ${message}\n`;

  constructor(
    _kind: string,
    _name: string,
    private readonly file: string,
  ) {
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, '');
  }

  readonly trace = this.writer('trace');
  readonly debug = this.writer('debug');
  readonly info = this.writer('info');
  readonly warn = this.writer('warning');
  readonly error = this.writer('error');
  readonly critical = this.writer('critical');

  getLevel(): number {
    return this.level;
  }

  setLevel(level: number): void {
    this.level = level;
  }

  /** Output channels bring their own line ends. */
  clearFormatters(): void {
    this.format = (_level, message) => message;
  }

  setPattern = nothing;
  flush = nothing;
  drop = nothing;

  private writer(level: Level): (message: string) => void {
    return (message) => {
      if (levels.indexOf(level) >= this.level) appendFileSync(this.file, this.format(level, message));
    };
  }
}

function nothing(): void {
  // What the compiled library would do here has no meaning for a file that is written at once.
}

function createLogger(name: string, file: string): Promise<Logger> {
  return Promise.resolve(new Logger('rotating', name, file));
}

export const version = '0.0.0';
export const setLevel = nothing;
export const setFlushOn = nothing;
export const createRotatingLogger = createLogger;
export const createAsyncRotatingLogger = createLogger;
