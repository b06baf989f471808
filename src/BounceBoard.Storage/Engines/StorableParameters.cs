using System.Data;
using System.Data.Common;
using Dapper;

namespace BounceBoard.Storage.Engines;

/// <summary>Parameters whose texts PostgreSQL can keep.</summary>
internal sealed class StorableParameters(object parameters) : SqlMapper.IDynamicParameters
{
    private readonly SqlMapper.IDynamicParameters _inner = parameters as DynamicParameters ?? new DynamicParameters(parameters);

    public void AddParameters(IDbCommand command, SqlMapper.Identity identity)
    {
        _inner.AddParameters(command, identity);
        foreach (DbParameter parameter in command.Parameters)
        {
            if (parameter.Value is string text)
            {
                parameter.Value = StorableText.Of(text);
            }
        }
    }
}
