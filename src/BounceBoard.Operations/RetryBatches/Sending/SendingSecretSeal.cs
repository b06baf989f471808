using BounceBoard.Operations.Keys;
using Microsoft.AspNetCore.DataProtection;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>What belongs to the installation's one key of tokens.</summary>
internal sealed class SendingSecretSeal(IDataProtectionProvider keys) : RowSeal(keys, "BounceBoard.SendingSecret");
