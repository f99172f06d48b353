import * as vscode from 'vscode';
import {
  type Catalogue,
  type Remediation,
  type Rule,
  renderRemediationPage,
  renderRulePage,
  rulePageName,
} from '../core';

/** Scheme of the pages about known issues, which exist only while they are shown. */
const SCHEME = 'wintriage';

/**
 * Pages of the catalogue as Markdown. The path is what their tab is called; the query says what they are of: `kb-2510665` of
 * a rule, `kb-2510665/router` of one of its remediations.
 */
export class RulePages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);

  constructor(private readonly catalogue: () => Catalogue) {}

  provideTextDocumentContent({ query }: vscode.Uri): string | undefined {
    const { rule, remediation } = this.find(query);
    return rule && (remediation ? renderRemediationPage(rule, remediation) : renderRulePage(rule));
  }

  /** Shows the page of a rule, or of one of its remediations; nothing when the catalogue has none of that id. */
  async show(ruleId: string, remediationId?: string): Promise<void> {
    const query = remediationId === undefined ? ruleId : `${ruleId}/${remediationId}`;
    const { rule, remediation } = this.find(query);
    if (!rule) return;
    const path = `/${rulePageName(rule, remediation).replaceAll('/', ' ')}.md`;
    await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.from({ scheme: SCHEME, path, query }));
  }

  dispose(): void {
    this.registration.dispose();
  }

  private find(query: string): { readonly rule?: Rule | undefined; readonly remediation?: Remediation | undefined } {
    const [ruleId, remediationId] = query.split('/');
    const rule = this.catalogue().rules.find(({ id }) => id === ruleId);
    return { rule, remediation: rule?.remediations.find(({ id }) => id === remediationId) };
  }
}
