import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import ts from 'typescript';
import { COUNTERS } from './coverage';

/**
 * Makes the core count where control goes, for coverage that guides: at the start of every block, case and function and in every part of
 * an expression that may be left out. Coverage as V8 itself reports it takes longer than reading an input does.
 */
export function instrumentCore(): Plugin {
  let next = 0;
  return {
    name: 'instrument-core',
    setup(build) {
      build.onLoad({ filter: /[\\/]src[\\/]core[\\/].*\.ts$/ }, ({ path }) => {
        const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
        const { transformed } = ts.transform(source, [(context) => counting(context, () => next++)]);
        const [file] = transformed;
        if (!file) throw new Error(`${path} was not transformed`);
        const text = ts.createPrinter().printFile(file);
        return { contents: `const __counters = globalThis['${COUNTERS}'];\n${text}`, loader: 'ts' };
      });
    },
  };
}

function counting(context: ts.TransformationContext, next: () => number): ts.Transformer<ts.SourceFile> {
  const { factory } = context;
  const count = (): ts.Expression => {
    const counter = factory.createElementAccessExpression(factory.createIdentifier('__counters'), next());
    return factory.createPostfixIncrement(counter);
  };
  const counted = (expression: ts.Expression): ts.Expression =>
    factory.createParenthesizedExpression(factory.createComma(count(), expression));
  const started = (statements: readonly ts.Statement[]): ts.Statement[] => [
    factory.createExpressionStatement(count()),
    ...statements,
  ];
  const body = (statement: ts.Statement): ts.Statement =>
    ts.isBlock(statement) ? statement : factory.createBlock(started([statement]));

  const rebuilt = (node: ts.Node): ts.Node => {
    if (ts.isBlock(node)) return factory.updateBlock(node, started(node.statements));
    if (ts.isCaseClause(node)) return factory.updateCaseClause(node, node.expression, started(node.statements));
    if (ts.isIfStatement(node)) {
      const { expression, thenStatement, elseStatement } = node;
      return factory.updateIfStatement(node, expression, body(thenStatement), elseStatement && body(elseStatement));
    }
    if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) return arrow(node, counted(node.body));
    if (ts.isConditionalExpression(node)) {
      const { condition, questionToken, whenTrue, colonToken, whenFalse } = node;
      const [left, right] = [counted(whenTrue), counted(whenFalse)];
      return factory.updateConditionalExpression(node, condition, questionToken, left, colonToken, right);
    }
    return ts.isBinaryExpression(node) && isShort(node)
      ? factory.updateBinaryExpression(node, node.left, node.operatorToken, counted(node.right))
      : node;
  };
  const arrow = (node: ts.ArrowFunction, content: ts.Expression): ts.Node => {
    const { modifiers, typeParameters, parameters, type, equalsGreaterThanToken } = node;
    return factory.createArrowFunction(modifiers, typeParameters, parameters, type, equalsGreaterThanToken, content);
  };
  const visit = (node: ts.Node): ts.Node => rebuilt(ts.visitEachChild(node, visit, context));
  return (file) => ts.visitEachChild(file, visit, context);
}

function isShort({ operatorToken }: ts.BinaryExpression): boolean {
  const { AmpersandAmpersandToken, BarBarToken, QuestionQuestionToken } = ts.SyntaxKind;
  return [AmpersandAmpersandToken, BarBarToken, QuestionQuestionToken].some((kind) => kind === operatorToken.kind);
}
