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
            parameter.Value = parameter.Value switch
            {
                string text => StorableText.Of(text),
                // A list of keys must find what was stored under them.
                string[] texts => Array.ConvertAll(texts, StorableText.Of),
                var other => other,
            };
        }
    }
}
