import * as vscode from 'vscode';
import { type Catalogue, renderRemediationPage, renderRulePage } from '../core';

/** Scheme of the pages about known issues, which exist only while they are shown. */
const SCHEME = 'wintriage';

/** Pages of the catalogue as Markdown: `/kb-2510665.md` of a rule, `/kb-2510665/router.md` of one of its remediations. */
export class RulePages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);

  constructor(private readonly catalogue: () => Catalogue) {}

  provideTextDocumentContent({ path }: vscode.Uri): string | undefined {
    const [ruleId, remediationId] = path.slice(1).replace(/\.md$/, '').split('/');
    const rule = this.catalogue().rules.find(({ id }) => id === ruleId);
    if (!rule || remediationId === undefined) return rule && renderRulePage(rule);
    const remediation = rule.remediations.find(({ id }) => id === remediationId);
    return remediation && renderRemediationPage(rule, remediation);
  }

  /** Shows the page of a rule, or of one of its remediations. */
  async show(ruleId: string, remediationId?: string): Promise<void> {
    const name = remediationId === undefined ? ruleId : `${ruleId}/${remediationId}`;
    const page = vscode.Uri.from({ scheme: SCHEME, path: `/${name}.md` });
    await vscode.commands.executeCommand('markdown.showPreview', page);
  }

  dispose(): void {
    this.registration.dispose();
  }
}
