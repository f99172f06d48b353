/** Drives a real VS Code as a person does. One door to what stands in workbench/. */
export { editorTab, goTo, quickOpen, quickOpenAnyway, runCommand } from './workbench/commands';
export {
  chooseQuickFix,
  clickLightBulb,
  clickText,
  cursorLine,
  cursorPosition,
  hoverText,
  openQuickFixes,
  visibleText,
  waitForSquiggle,
  waitForText,
} from './workbench/editor';
export { openWorkbench, startExtensionServer, type Workbench, type WorkbenchOptions } from './workbench/open';
export type { Settings, Theme } from './workbench/settings';
export {
  chooseInExplorer,
  clickTreeRow,
  closePanel,
  dismissNotifications,
  expandTreeRow,
  filterProblems,
  openFromExplorer,
  openProblems,
  openViewContainer,
  problemRow,
  setSideBarWidth,
  treeRow,
  treeTexts,
  waitForViewContainer,
  waitForViewMessage,
} from './workbench/views';
