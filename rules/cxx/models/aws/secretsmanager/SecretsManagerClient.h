// Model of the AWS SDK's client of SecretsManager: how it is made. Declarations only.
#pragma once

#include <aws/core/Aws.h>

namespace Aws {
namespace SecretsManager {

class SecretsManagerClient : public Client::AWSClient {
 public:
  explicit SecretsManagerClient(const Client::ClientConfiguration& config = Client::ClientConfiguration());
  SecretsManagerClient(const Auth::AWSCredentials& credentials, const Client::ClientConfiguration& config);
  SecretsManagerClient(const std::shared_ptr<Auth::AWSCredentialsProvider>& provider,
             const Client::ClientConfiguration& config);
};

}  // namespace SecretsManager
}  // namespace Aws
