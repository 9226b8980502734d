// PostgreSQL as Kysely writes it, but for lists: `in` takes one array (`= any ($1)`), so that a statement has one text however many
// values it is asked with. A text per number of values would fill every cache of statements.
import { OperatorNode, PostgresDialect, PostgresQueryCompiler, PrimitiveValueListNode, type BinaryOperationNode } from 'kysely';

const ofArrays: Readonly<Record<string, string>> = { in: '= any', 'not in': '<> all' };

export class ListsCompiler extends PostgresQueryCompiler {
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const { leftOperand, operator, rightOperand } = node;
    const ofArray = OperatorNode.is(operator) ? ofArrays[operator.operator] : undefined;
    if (ofArray === undefined || !PrimitiveValueListNode.is(rightOperand)) return super.visitBinaryOperation(node);
    this.visitNode(leftOperand);
    this.append(` ${ofArray} (`);
    this.appendValue(rightOperand.values);
    this.append(')');
  }
}

export class ListsDialect extends PostgresDialect {
  override createQueryCompiler(): ListsCompiler {
    return new ListsCompiler();
  }
}
