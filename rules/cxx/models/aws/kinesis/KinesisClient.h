// Model of the AWS SDK's client of Kinesis: how it is made. Declarations only.
#pragma once

#include <aws/core/Aws.h>

namespace Aws {
namespace Kinesis {

class KinesisClient : public Client::AWSClient {
 public:
  explicit KinesisClient(const Client::ClientConfiguration& config = Client::ClientConfiguration());
  KinesisClient(const Auth::AWSCredentials& credentials, const Client::ClientConfiguration& config);
  KinesisClient(const std::shared_ptr<Auth::AWSCredentialsProvider>& provider,
             const Client::ClientConfiguration& config);
};

}  // namespace Kinesis
}  // namespace Aws
