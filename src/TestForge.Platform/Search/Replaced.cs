using System.Linq.Expressions;

namespace TestForge.Platform.Search;

/// <summary>Puts an expression in the place of a parameter.</summary>
internal sealed class Replaced(ParameterExpression parameter, Expression by) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? by : base.VisitParameter(node);
}
