import * as vscode from 'vscode';

/** The log of the extension, which a person reads when something went wrong and sends along with a report. */
export class Output implements vscode.Disposable {
  private readonly channel = vscode.window.createOutputChannel('WinTriage', { log: true });

  info(text: string): void {
    this.channel.info(text);
  }

  /** Notes what was being done and why it failed. */
  failure(doing: string, error: unknown): void {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.channel.error(`${doing}: ${detail}`);
  }

  show(): void {
    this.channel.show();
  }

  /** What `work` gives; undefined when it fails, which is then in the log. For providers, whose errors VS Code hides. */
  async guard<T>(doing: string, work: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.failure(doing, error);
      return undefined;
    }
  }

  /** Starts work that nobody waits for. */
  start(doing: string, work: () => unknown): void {
    void this.guard(doing, work);
  }

  dispose(): void {
    this.channel.dispose();
  }
}
